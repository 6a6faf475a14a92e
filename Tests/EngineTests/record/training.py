"""Records PyTorch results of optimisers, schedules, clipping, initialisers and measures.

Run it only to record again: python training.py > training.json. All in float64.
"""

import json

import torch
from torch.optim import SGD, Adagrad, Adam, AdamW, RMSprop
from torch.optim.lr_scheduler import (
    CosineAnnealingLR, LambdaLR, LinearLR, OneCycleLR, SequentialLR, StepLR)

SEED = 20261125
STEPS = 12
torch.set_default_dtype(torch.float64)
torch.manual_seed(SEED)


def rounded(number):
    return float(f"{number:.10g}")


def values(tensor):
    return {"shape": list(tensor.shape), "data": [rounded(x) for x in tensor.flatten().tolist()]}


def single(tensor):
    """The number rounded to float32, as the engine stores it."""
    return tensor.float().double()


def optimiser(name, make, **attributes):
    p = single(torch.randn(6)).requires_grad_()
    a = single(torch.rand(6) * 2 + 0.2)
    case = {
        "name": name,
        "op": "optimiser",
        "attributes": attributes | {"loss": "sum(a * p^2) + 0.1 * sum(p^4)"},
        "inputs": {"p": values(p), "a": values(a)},
        "trace": [],
    }
    chosen = make([p])
    for _ in range(STEPS):
        chosen.zero_grad()
        ((a * p**2).sum() + 0.1 * (p**4).sum()).backward()
        chosen.step()
        case["trace"].append(values(p))
    return case


def optimisers():
    yield optimiser(
        "SGD all", lambda p: SGD(p, lr=0.03, momentum=0.8, nesterov=True, weight_decay=0.1),
        lr=0.03, momentum=0.8, nesterov=True, weight_decay=0.1)
    yield optimiser("Adagrad defaults", Adagrad)
    yield optimiser(
        "Adagrad all",
        lambda p: Adagrad(p, lr=0.2, weight_decay=0.1, initial_accumulator_value=0.5, eps=1e-3),
        lr=0.2, weight_decay=0.1, initial_accumulator_value=0.5, eps=1e-3)
    yield optimiser("RMSProp defaults", RMSprop)
    yield optimiser("RMSProp momentum", lambda p: RMSprop(p, momentum=0.9), momentum=0.9)
    yield optimiser("RMSProp centered", lambda p: RMSprop(p, centered=True), centered=True)
    yield optimiser(
        "RMSProp all",
        lambda p: RMSprop(
            p, lr=0.02, alpha=0.9, eps=1e-4, weight_decay=0.1, momentum=0.5, centered=True),
        lr=0.02, alpha=0.9, eps=1e-4, weight_decay=0.1, momentum=0.5, centered=True)
    yield optimiser("Adam defaults", Adam)
    yield optimiser(
        "Adam all", lambda p: Adam(p, lr=0.1, betas=(0.8, 0.95), eps=1e-3, weight_decay=0.1),
        lr=0.1, beta1=0.8, beta2=0.95, eps=1e-3, weight_decay=0.1)
    yield optimiser("AdamW defaults", AdamW)
    yield optimiser(
        "AdamW all", lambda p: AdamW(p, lr=0.1, betas=(0.8, 0.95), eps=1e-3, weight_decay=0.3),
        lr=0.1, beta1=0.8, beta2=0.95, eps=1e-3, weight_decay=0.3)


def schedule(name, make, lr, steps, **attributes):
    chosen = SGD([torch.zeros(1, requires_grad=True)], lr=lr)
    scheduler = make(chosen)
    rates = []
    for _ in range(steps):
        rates.append(chosen.param_groups[0]["lr"])
        chosen.step()
        scheduler.step()
    return {
        "name": name, "op": "schedule", "attributes": attributes | {"lr": lr},
        "output": values(torch.tensor(rates)),
    }


def warm_up(optimiser, steps, then):
    rise = LambdaLR(optimiser, lambda step: (step + 1) / steps)
    return SequentialLR(optimiser, [rise, then(optimiser)], milestones=[steps])


def schedules():
    yield schedule("step", lambda o: StepLR(o, 4, gamma=0.5), 0.3, 14, size=4, gamma=0.5)
    yield schedule("cosine", lambda o: CosineAnnealingLR(o, 10, eta_min=0.01), 0.3, 11, over=10, last=0.01)
    yield schedule(
        "linear", lambda o: LinearLR(o, 1.0, 0.2, total_iters=8), 0.3, 12, over=8, last=0.06)
    yield schedule(
        "one-cycle", lambda o: OneCycleLR(o, 0.3, total_steps=20), 0.3, 20, over=20)
    yield schedule(
        "one-cycle with settings",
        lambda o: OneCycleLR(
            o, 0.3, total_steps=15, pct_start=0.2, div_factor=10, final_div_factor=100),
        0.3, 15, over=15, warm_up=0.2, div_factor=10, final_div_factor=100)
    yield schedule(
        "inverse square root",
        lambda o: LambdaLR(o, lambda t: min((t + 1) / 5, (5 / (t + 1)) ** 0.5)), 0.3, 15, warm_up=5)
    yield schedule(
        "warm-up and cosine",
        lambda o: warm_up(o, 4, lambda o: CosineAnnealingLR(o, 10)), 0.3, 14, warm_up=4, over=10)


def clipping(op, limit, scale, apply):
    gradients = [single(torch.randn(3, 4) * scale), single(torch.randn(4) * scale)]
    parameters = [torch.zeros_like(g, requires_grad=True) for g in gradients]
    for parameter, gradient in zip(parameters, gradients):
        parameter.grad = gradient.clone()
    total = torch.cat([g.flatten() for g in gradients]).norm().item()
    apply(parameters, limit)
    return {
        "name": f"{op} {limit} of {total:.3g}", "op": op,
        "attributes": {"max_norm": limit, "clip_value": limit, "total_norm": total},
        "inputs": {f"g{i}": values(g) for i, g in enumerate(gradients)},
        "results": {f"g{i}": values(p.grad) for i, p in enumerate(parameters)},
    }


def clippings():
    by_norm, by_value = torch.nn.utils.clip_grad_norm_, torch.nn.utils.clip_grad_value_
    yield clipping("clip_grad_norm", 1.0, 0.05, by_norm)
    yield clipping("clip_grad_norm", 0.25, 1e-2, by_norm)
    yield clipping("clip_grad_norm", 1e-3, 1e-3, by_norm)
    yield clipping("clip_grad_norm", 5.0, 1e12, by_norm)
    yield clipping("clip_grad_value", 0.5, 1.0, by_value)
    yield clipping("clip_grad_value", 100.0, 1.0, by_value)


def initialisers(shape):
    fan_in, fan_out = torch.nn.init._calculate_fan_in_and_fan_out(torch.zeros(shape))
    gain = torch.nn.init.calculate_gain
    return {
        "name": f"initialisers {shape}", "op": "initialiser_std",
        "attributes": {
            "fan_in": fan_in, "fan_out": fan_out,
            "xavier_uniform_bound": (6 / (fan_in + fan_out)) ** 0.5,
            "xavier_normal_std": (2 / (fan_in + fan_out)) ** 0.5,
            "kaiming_normal_relu_std": gain("relu") / fan_in**0.5,
            "kaiming_uniform_relu_bound": gain("relu") * (3 / fan_in) ** 0.5,
            "kaiming_normal_relu_fan_out_std": gain("relu") / fan_out**0.5,
            "lecun_normal_std": 1 / fan_in**0.5,
            "gain_sigmoid": gain("sigmoid"), "gain_tanh": gain("tanh"), "gain_relu": gain("relu"),
            "gain_leaky_relu_0.01": gain("leaky_relu", 0.01),
        },
        "integers": {"shape": shape},
    }


def orthogonal(shape, gain):
    w = torch.nn.init.orthogonal_(torch.empty(shape), gain).flatten(1)
    gram = w @ w.T if w.shape[0] <= w.shape[1] else w.T @ w
    return {
        "name": f"orthogonal {shape}", "op": "orthogonal", "attributes": {"gain": gain},
        "integers": {"shape": shape}, "output": values(gram),
    }


def measures():
    a, b, square = single(torch.randn(5, 7)), single(torch.randn(5, 7)), single(torch.randn(8, 8))
    unit = torch.nn.functional.normalize(a, dim=1)
    pairs = unit @ unit.T
    return {
        "name": "measures", "op": "measures",
        "inputs": {"a": values(a), "b": values(b), "square": values(square)},
        "attributes": {
            "spectral_norm": torch.linalg.matrix_norm(a, 2).item(),
            "spectral_radius": torch.linalg.eigvals(square).abs().max().item(),
            "cosine": torch.nn.functional.cosine_similarity(a.flatten(), b.flatten(), dim=0).item(),
            "mean_cosine": ((pairs.sum() - pairs.trace()) / (5 * 4)).item(),
            "mean": a.mean().item(), "variance": a.var(correction=0).item(),
            "quantile_0.1": torch.quantile(a, 0.1).item(), "median": torch.quantile(a, 0.5).item(),
        },
        "output": values(torch.histc(a, bins=6, min=-1, max=1.5)),
    }


cases = [*optimisers(), *schedules(), *clippings()]
cases += [initialisers(shape) for shape in ([10, 64], [16, 8, 3, 3])]
cases += [orthogonal([6, 4], 1.0), orthogonal([3, 5], 2.0), orthogonal([4, 2, 3, 3], 0.5)]
cases += [measures()]
source = f"PyTorch {torch.__version__}, float64"
print(json.dumps({"source": source, "seed": SEED, "cases": cases}, separators=(",", ":")))
