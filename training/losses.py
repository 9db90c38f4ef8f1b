"""What the network is trained on: a conditional random field over the tags, and the pointer to the cue.

In: a network and a batch. Out: the loss. Optimisation and decoding do not belong here.
"""

import torch
from torch import Tensor

from rashomon.meaning.linking import NEARNESS, gaps
from training.batches import Batch
from training.labels import tag_count
from training.model import NEVER, Network

POINTER_SHARE = 0.1


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
    """Negative log likelihood of the allowed taggings, a word; where a teacher is trusted, of its taggings.

    The teacher's part moves only the emissions: what follows what is learned from what people marked.
    """
    count = tag_count(batch.task)
    emissions = network.tags[batch.task](hidden).float()
    breaks = torch.zeros_like(batch.paragraphs)
    breaks[:, 1:] = (batch.paragraphs[:, 1:] != batch.paragraphs[:, :-1]).long()
    trust = batch.trust[:, None]
    steps = (network.steps[batch.task] + rules(count).to(hidden.device))[breaks]
    steps = torch.lerp(steps, steps.detach(), trust[:, :, None, None])
    legal = (batch.allowed[:, :, None] >> torch.arange(count, device=hidden.device)) & 1
    kept = emissions.masked_fill(legal == 0, NEVER)
    both = path_score(torch.cat([emissions, kept]), torch.cat([steps, steps]), torch.cat([batch.words, batch.words]))
    everything, right = both.chunk(2)
    loss = everything - (1 - batch.trust) * right
    if batch.soft.shape[2]:
        loss = loss - batch.trust * (batch.soft * emissions * batch.words[:, :, None]).sum(dim=(1, 2))
    return loss.sum() / batch.words.sum()


def pointer_loss(network: Network, hidden: Tensor, batch: Batch) -> Tensor:
    """How far sources and contents are from pointing at their own cue rather than at another of the window."""
    asks, offers = (vectors.float() for vectors in network.pointer(hidden))
    missed = []
    for row, (groups, roles) in enumerate(zip(batch.group.tolist(), batch.role.tolist(), strict=True)):
        cues = runs(groups, roles, (1,))
        spans = [span for span in runs(groups, roles, (0, 2)) if any(cue[2] == span[2] for cue in cues)]
        if len(cues) < 2 or not spans:
            continue
        dots = asks[row] @ offers[row].T
        pointed = torch.stack([torch.logsumexp(dots[:, first:last], dim=1) for first, last, _ in cues], dim=1)
        own = torch.stack([pointed[first:last].mean(dim=0) for first, last, _ in spans])
        apart = torch.tensor(gaps([span[:2] for span in spans], [cue[:2] for cue in cues]), device=own.device)
        wanted = torch.tensor([[span[2] == cue[2] for cue in cues] for span in spans], device=own.device)
        logits = own - NEARNESS * torch.log1p(apart)
        missed.append(torch.logsumexp(logits, dim=1) - torch.logsumexp(logits.masked_fill(~wanted, NEVER), dim=1))
    return torch.cat(missed).mean() if missed else hidden.sum() * 0.0


def runs(groups: list[int], roles: list[int], kept: tuple[int, ...]) -> list[tuple[int, int, int]]:
    """The spans of words of one attribution and role, among the roles that are kept: first, last, attribution."""
    found: list[tuple[int, int, int]] = []
    last = (-1, -1)
    for word, (group, role) in enumerate(zip(groups, roles, strict=True)):
        if role in kept and (group, role) == last:
            found[-1] = (found[-1][0], word + 1, group)
        elif role in kept:
            found.append((word, word + 1, group))
        last = (group, role)
    return found


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
