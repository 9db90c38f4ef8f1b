"""The REST API under /api/v1: the same questions that the views ask, answered in JSON."""

from fastapi import APIRouter

ROUTERS: tuple[APIRouter, ...] = ()
