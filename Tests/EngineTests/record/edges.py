"""Records PyTorch results for NaN, infinities, ties and the limits of float32, as edges.json.

In float32. Numbers are strings, since JSON has no NaN. Run by hand, only to record again: python edges.py
"""

import json
import pathlib

import torch
from torch.nn import functional as F

inf, nan = float("inf"), float("nan")
cases = []


def tensor(numbers, shape=None):
    return torch.tensor(numbers, dtype=torch.float32).reshape([len(numbers)] if shape is None else shape)


def strings(tensor):
    return [str(float(f"{v:.9g}")) for v in tensor.flatten().tolist()]


def record(op, compute, *inputs, shape=None, weights=None, integers=None, number=None):
    """Adds a case: the result for the inputs, and their gradients with `weights` as the upstream gradient."""
    leaves = [tensor(numbers, shape).requires_grad_() for numbers in inputs]
    y = compute(*leaves)
    upstream = torch.ones_like(y) if weights is None else tensor(weights, y.shape)
    y.backward(upstream)
    cases.append({
        "op": op, "shape": list(leaves[0].shape), "inputs": [strings(leaf.detach()) for leaf in leaves],
        "integers": integers or [], "number": number or 0, "weights": strings(upstream),
        "output": strings(y.detach()), "gradients": [strings(leaf.grad) for leaf in leaves],
    })


ends = [nan, inf, -inf, 0.0, 1e20, -1e20, 1e-20, -1e-20, 1e-38, -1e-45]
for op, function in [
    ("relu", F.relu), ("leaky_relu", F.leaky_relu), ("elu", F.elu), ("abs", torch.abs), ("sqrt", torch.sqrt),
    ("log", torch.log), ("exp", torch.exp), ("square", torch.square), ("negative", torch.neg),
    ("softplus", F.softplus), ("tanh", torch.tanh), ("sigmoid", torch.sigmoid), ("silu", F.silu),
    ("gelu", F.gelu), ("reciprocal", lambda x: 1 / x),
]:
    record(op, function, ends)
record("relu", F.relu, [-1, 0, 1, nan], weights=[inf, inf, inf, inf])
record("relu", F.relu, [-1, 0, 1, nan], weights=[nan, nan, nan, 1])
record("elu", F.elu, [-1, -200, 1], weights=[inf, inf, inf])
record("elu", F.elu, [-1e-3, -1e-5, -1e-7, -0.3, -0.35, -1, -17, -20])
record("softplus", F.softplus, [-88, -100, -1e-6, 1e-6, 15, 88])
record("log", torch.log, [1e-39, 1e-45], weights=[1e-10, 1e-20])
for power in [0, 1, 2, 3, 0.5, -1, -2]:
    record("pow", lambda x: x.pow(power), [nan, inf, 0, 0.5, 1e15, 1e-15], number=power)
record("divide by number", lambda x: x / 1e-39, [1.0, 1e-10], weights=[1e-10, 1e-20], number=1e-39)
for a, b, weight in [
    (1e-30, 1e-25, 1), (1e30, 1e25, 1), (1e30, 1e30, 1), (1e-30, 1e-30, 1), (3, 1e-20, 1), (2e-20, 1e-30, 1),
    (1, 0, 1), (0, 0, 1), (1, inf, 1), (inf, 2, 1), (nan, 2, 1), (1, 1e-39, 1e-10), (5e37, 1e19, 4), (1e-20, 7e18, 3),
]:
    record("divide", lambda a, b: a / b, [a], [b], weights=[weight])
for numbers in [[1, 3, 3, 2], [3, 3, 3, 3], [nan, 1, nan, 2], [-inf, -inf, -inf, -inf], [inf, 1, inf, 2]]:
    record("max", lambda x: x.max(), numbers, weights=[6])
    record("max along rows", lambda x: x.max(1).values, numbers, shape=[2, 2], weights=[2, 3])
for numbers in [[inf, 0], [-inf, 0], [-inf, -inf], [nan, 0], [0, nan], [3e38, -3e38], [1e-45, 0]]:
    record("softmax", lambda x: F.softmax(x, -1), numbers, weights=[1, 2])
    record("log_softmax", lambda x: F.log_softmax(x, -1), numbers, weights=[1, 2])
    for target in [0, 1]:
        record("cross_entropy", lambda x: F.cross_entropy(x, torch.tensor([target])), numbers, shape=[1, 2],
               integers=[target])
for x, target in [(inf, 1), (inf, 0), (-inf, 0), (nan, 1), (-100, 1), (100, 0), (1e-8, 0.5)]:
    def loss(x):
        return F.binary_cross_entropy_with_logits(x, tensor([target]))
    record("bce", loss, [x], number=target)
record("mse", lambda x: F.mse_loss(x, torch.zeros(2)), [inf, 1])
record("mse", lambda x: F.mse_loss(x, torch.zeros(2)), [nan, 1])
record("mean", lambda x: x.mean(), [inf, 1, -inf])


def clip(op, compute, gradient, number):
    parameter = torch.zeros(len(gradient), requires_grad=True)
    parameter.grad = tensor(gradient)
    result = compute(parameter)
    cases.append({
        "op": op, "shape": [len(gradient)], "inputs": [strings(tensor(gradient))], "integers": [], "number": number,
        "weights": [], "output": strings(result) if result is not None else [], "gradients": [strings(parameter.grad)],
    })


for gradient in [[nan, 1, 2], [inf, 1, 2], [3, 4, 0], [0, 0, 0]]:
    for number in [1.0, 0.0]:
        clip("clip norm", lambda p: torch.nn.utils.clip_grad_norm_([p], number), gradient, number)
    clip("clip value", lambda p: torch.nn.utils.clip_grad_value_([p], 1), gradient, 1)


def step(name, make):
    """Adds a case: an optimiser step with gradients that include NaN and infinities."""
    weights, gradient = [1, 2, inf, 3, nan, 1e-3], [nan, inf, 1, 0, 1, 1e-3]
    parameter = tensor(weights).requires_grad_()
    optimiser = make([parameter])
    parameter.grad = tensor(gradient)
    optimiser.step()
    cases.append({
        "op": name, "shape": [len(weights)], "inputs": [strings(tensor(weights)), strings(tensor(gradient))],
        "integers": [], "number": 0, "weights": [], "output": strings(parameter.detach()), "gradients": [],
    })


step("SGD", lambda p: torch.optim.SGD(p, lr=0.1))
step("SGD with momentum", lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9))
step("SGD with decay", lambda p: torch.optim.SGD(p, lr=0.1, weight_decay=0.5))
step("Adam", lambda p: torch.optim.Adam(p, lr=0.1))
step("AdamW", lambda p: torch.optim.AdamW(p, lr=0.1, weight_decay=0.5))
step("RMSProp", lambda p: torch.optim.RMSprop(p, lr=0.1, alpha=0.99999))
step("Adagrad", lambda p: torch.optim.Adagrad(p, lr=0.1))

path = pathlib.Path(__file__).with_name("edges.json")
path.write_text(json.dumps({"source": f"PyTorch {torch.__version__}, float32", "cases": cases}, indent=None))
print(f"{len(cases)} cases in {path.name}")
