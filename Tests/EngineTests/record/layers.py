"""Records PyTorch results of layers and operations that rearrange numbers, in float64, as layers.json.

Run by hand, only to record again: python layers.py
"""

import json
import pathlib

import torch
from torch import nn
from torch.nn import functional as F

torch.manual_seed(20261125)
torch.set_default_dtype(torch.float64)
cases = []


def values(tensor):
    return {"shape": list(tensor.shape), "data": [float(f"{v:.10g}") for v in tensor.flatten().tolist()]}


def draw(*shape, scale=1.0):
    """Random numbers that float32 represents exactly."""
    return (scale * torch.randn(shape)).float().double()


def record(name, op, compute, attributes=None, **inputs):
    """Adds a case: the result of `compute`, and the gradients of a random weighted sum of it."""
    leaves = {key: tensor.clone().requires_grad_() for key, tensor in inputs.items()}
    output = compute(**leaves)
    upstream = draw(*output.shape)
    output.backward(upstream)
    cases.append({
        "name": name, "op": op, "attributes": attributes or {},
        "inputs": {key: values(tensor) for key, tensor in inputs.items()},
        "output": values(output.detach()), "upstream": values(upstream),
        "gradients": {key: values(leaf.grad) for key, leaf in leaves.items() if leaf.grad is not None},
    })


def call(module, names, parameters, *arguments, **options):
    """The module with its parameters replaced; `names` maps its parameter names to the engine's."""
    given = {theirs: parameters[ours] for theirs, ours in names.items()}
    return torch.func.functional_call(module, given, arguments, options)


def parameters_of(module, names):
    own = dict(module.named_parameters())
    return {ours: own[theirs].detach().float().double() for theirs, ours in names.items()}


def movements():
    record("subscript a range", "slice", lambda x: x[:, 1:3], {"start": 1, "stop": 3}, x=draw(3, 4, 2))
    record("subscript a place", "select", lambda x: x[:, -1], {"place": -1}, x=draw(3, 4, 2))
    record("permute", "permute", lambda x: x.permute(2, 0, 1), x=draw(2, 3, 4))
    record("transpose", "transpose", lambda x: x.transpose(-2, -1), x=draw(2, 3, 4))
    record("reshape", "reshape", lambda x: x.reshape(4, 6), x=draw(2, 3, 4))
    record("concatenate", "concatenate", lambda a, b: torch.cat([a, b], 1), {"axis": 1},
           a=draw(3, 2, 2), b=draw(3, 4, 2))
    record("stack", "stack", lambda a, b: torch.stack([a, b], -1), {"axis": -1}, a=draw(3, 2), b=draw(3, 2))
    record("pad", "pad", lambda x: F.pad(x, (1, 2)), {"before": 1, "after": 2}, x=draw(3, 4))


def powers():
    record("square", "square", lambda x: x.square(), x=draw(3, 4))
    record("abs", "abs", lambda x: x.abs(), x=draw(3, 4))
    record("sqrt", "sqrt", lambda x: x.sqrt(), x=draw(3, 4).abs() + 0.125)
    record("pow", "pow", lambda x: x.pow(2.5), {"exponent": 2.5}, x=draw(3, 4).abs() + 0.125)


def products():
    for name, a, b in [
        ("row by matrix", (4,), (4, 3)), ("matrix by column", (3, 4), (4,)), ("row by column", (5,), (5,)),
        ("stacks that broadcast", (2, 1, 3, 4), (3, 4, 2)), ("row by stack", (4,), (2, 4, 3)),
        ("wide", (9, 20), (20, 11)),
    ]:
        record(f"matmul {name}", "matmul", lambda a, b: a @ b, a=draw(*a), b=draw(*b))


def convolutions():
    for name, x, weight, bias, stride, padding in [
        ("1 by 1", (2, 3, 4, 5), (2, 3, 1, 1), True, 1, 0),
        ("5 by 3, stride 3", (1, 2, 9, 8), (3, 2, 5, 3), True, 3, 2),
        ("without bias", (3, 4, 8, 8), (4, 4, 3, 3), False, 1, 1),
        ("1 by 1, stride 2", (2, 4, 8, 8), (8, 4, 1, 1), False, 2, 0),
        ("a kernel as large as the image", (2, 3, 4, 4), (5, 3, 4, 4), True, 1, 0),
    ]:
        inputs = {"x": draw(*x), "weight": draw(*weight)} | ({"bias": draw(weight[0])} if bias else {})
        record(f"conv2d {name}", "conv2d",
               lambda x, weight, bias=None: F.conv2d(x, weight, bias, stride, padding),
               {"stride": stride, "padding": padding}, **inputs)
    for op, pool in [("max_pool2d", F.max_pool2d), ("avg_pool2d", F.avg_pool2d)]:
        record(f"{op}, windows that overlap", op, lambda x: pool(x, 3, 2),
               {"kernel": 3, "stride": 2}, x=draw(2, 2, 7, 6))
    record("global_avg_pool2d", "global_avg_pool2d", lambda x: F.adaptive_avg_pool2d(x, 1).flatten(1),
           x=draw(2, 3, 5, 4))


def statistics():
    for name, shape in [("rows", (8, 4)), ("images", (3, 4, 5, 5))]:
        module = nn.BatchNorm1d(4) if len(shape) == 2 else nn.BatchNorm2d(4)
        batches = [draw(*shape, scale=2) + 1 for _ in range(3)]
        for batch in batches[:2]:
            module(batch)
        module.eval()
        mean, variance = module.running_mean, module.running_var

        def compute(x, weight, bias, before0, before1):
            return F.batch_norm(x, mean, variance, weight, bias, False)

        record(f"batch_norm of {name} in use after two batches", "batch_norm eval", compute,
               x=batches[2], weight=draw(4), bias=draw(4), before0=batches[0], before1=batches[1])


def recurrent(suffix=""):
    return {f"{part}_{side}{suffix}": f"{letter}_{side}"
            for part, letter in [("weight", "w"), ("bias", "b")] for side in ["ih", "hh"]}


def cells():
    names = recurrent()
    for op, module in [("rnn_cell", nn.RNNCell(4, 5)), ("gru_cell", nn.GRUCell(4, 5))]:
        record(op, op, lambda x, h, **p: call(module, names, p, x, h),
               x=draw(3, 4), h=draw(3, 5), **parameters_of(module, names))
    module = nn.LSTMCell(4, 5)
    record("lstm_cell, state and cell side by side", "lstm_cell",
           lambda x, h, c, **p: torch.cat(call(module, names, p, x, (h, c)), 1),
           x=draw(3, 4), h=draw(3, 5), c=draw(3, 5), **parameters_of(module, names))


def sequences():
    names = recurrent("_l0")
    for op, make in [("rnn", nn.RNN), ("lstm", nn.LSTM), ("gru", nn.GRU)]:
        for time, batch in [(1, 1), (12, 2)]:
            module = make(3, 9)

            def compute(x, h0, c0=None, **p):
                state = h0[None] if c0 is None else (h0[None], c0[None])
                return call(module, names, p, x, state)[0]

            states = {"h0": draw(batch, 9)} | ({"c0": draw(batch, 9)} if op == "lstm" else {})
            record(f"{op} of {time} steps", op, compute,
                   x=draw(time, batch, 3), **states, **parameters_of(module, names))


def attentions():
    record("attention to other keys", "attention",
           lambda q, k, v: F.scaled_dot_product_attention(q, k, v), {"causal": False},
           q=draw(2, 3, 4), k=draw(2, 5, 4), v=draw(2, 5, 3))
    names = {"in_proj_weight": "in_proj_weight", "in_proj_bias": "in_proj_bias",
             "out_proj.weight": "out_weight", "out_proj.bias": "out_bias"}
    for causal in [False, True]:
        module = nn.MultiheadAttention(6, 2, batch_first=True)
        nn.init.normal_(module.in_proj_bias)
        mask = nn.Transformer.generate_square_subsequent_mask(5) if causal else None
        record(f"multi_head_attention causal={causal}", "multi_head_attention",
               lambda x, **p: call(
                   module, names, p, x, x, x, need_weights=False, attn_mask=mask)[0],
               {"causal": causal, "heads": 2}, x=draw(3, 5, 6), **parameters_of(module, names))


def blocks():
    names = {"self_attn.in_proj_weight": "in_proj_weight", "self_attn.in_proj_bias": "in_proj_bias",
             "self_attn.out_proj.weight": "out_weight", "self_attn.out_proj.bias": "out_bias"}
    for layer in ["linear1", "linear2", "norm1", "norm2"]:
        names |= {f"{layer}.{part}": f"{layer}_{part}" for part in ["weight", "bias"]}
    for first, activation in [(True, "gelu"), (False, "relu")]:
        module = nn.TransformerEncoderLayer(
            6, 2, 8, dropout=0, activation=activation, batch_first=True, norm_first=first)
        for parameter in module.parameters():
            nn.init.normal_(parameter, std=0.5)
        record(f"transformer_encoder_layer norm_first={first}", "transformer_encoder_layer",
               lambda x, **p: call(module, names, p, x),
               {"norm_first": first, "heads": 2, "activation": activation},
               x=draw(3, 5, 6), **parameters_of(module, names))


for family in [movements, powers, products, convolutions, statistics, cells, sequences, attentions, blocks]:
    family()
path = pathlib.Path(__file__).with_name("layers.json")
path.write_text(json.dumps({"source": f"PyTorch {torch.__version__}, float64", "seed": 20261125, "cases": cases}))
print(f"{len(cases)} cases in {path.name}")
