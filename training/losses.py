"""What the network is trained on: a conditional random field over the tags, and the pointer to the cue.

In: a network and a batch. Out: the loss. Optimisation and decoding do not belong here.
"""

import torch
from torch import Tensor

from training.batches import Batch
from training.labels import tag_count
from training.model import Network

NEVER = -1e4
POINTER_SHARE = 0.2


def rules(count: int) -> Tensor:
    """NEVER where a tag may not follow: the tag of a span's later words needs a span of its kind before it."""
    steps = torch.zeros(count, count)
    for tag in range(2, count, 2):
        steps[:, tag] = NEVER
        steps[tag - 1, tag] = steps[tag, tag] = 0.0
    return steps


def path_score(emissions: Tensor, steps: Tensor, present: Tensor) -> Tensor:
    """Log of the summed weight of all paths, a row: emissions [rows, words, tags], steps [rows, words, tags, tags]."""
    score = emissions[:, 0]
    for word in range(1, emissions.shape[1]):
        after = torch.logsumexp(score[:, :, None] + steps[:, word], dim=1) + emissions[:, word]
        score = torch.where(present[:, word, None], after, score)
    return torch.logsumexp(score, dim=1)


def tag_loss(network: Network, hidden: Tensor, batch: Batch) -> Tensor:
    """Negative log likelihood of the allowed taggings, a word."""
    count = tag_count(batch.task)
    emissions = network.tags[batch.task](hidden).float()
    breaks = torch.zeros_like(batch.paragraphs)
    breaks[:, 1:] = (batch.paragraphs[:, 1:] != batch.paragraphs[:, :-1]).long()
    steps = (network.steps[batch.task] + rules(count).to(hidden.device))[breaks]
    legal = (batch.allowed[:, :, None] >> torch.arange(count, device=hidden.device)) & 1
    kept = emissions.masked_fill(legal == 0, NEVER)
    both = path_score(torch.cat([emissions, kept]), torch.cat([steps, steps]), torch.cat([batch.words, batch.words]))
    everything, right = both.chunk(2)
    return (everything - right).sum() / batch.words.sum()


def pointer_loss(network: Network, hidden: Tensor, batch: Batch) -> Tensor:
    """How far the words of sources and contents are from pointing at a word of their own cue."""
    asks, offers = network.pointer(hidden)
    places = torch.arange(hidden.shape[1], device=hidden.device)[None]
    scores = torch.matmul(asks, offers.transpose(1, 2)).float() + network.pointer.bias(places, batch.paragraphs)
    scores = scores.masked_fill(~batch.words[:, None, :], NEVER)
    own = (batch.group[:, :, None] == batch.group[:, None, :]) & (batch.role[:, None, :] == 1)
    asking = ((batch.role == 0) | (batch.role == 2)) & own.any(dim=2)
    if not asking.any():
        return scores.sum() * 0.0
    right = torch.logsumexp(scores.masked_fill(~own, NEVER), dim=2)
    missed = torch.logsumexp(scores, dim=2) - right
    return missed[asking].mean()


def batch_loss(network: Network, batch: Batch) -> tuple[Tensor, dict[str, float]]:
    """The loss of a batch and its parts, for the log."""
    hidden = network(batch.pieces, batch.features, batch.firsts, batch.mask)
    tags = tag_loss(network, hidden, batch)
    parts = {batch.task: float(tags.detach())}
    if batch.task != "attribution":
        return tags, parts
    pointer = pointer_loss(network, hidden, batch)
    parts["pointer"] = float(pointer.detach())
    return tags + POINTER_SHARE * pointer, parts
