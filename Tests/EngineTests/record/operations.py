"""Records PyTorch results of operations, losses, layers, deep networks and optimisers, as ../reference.json.

All in float64, from inputs that are drawn in the order of the cases, so that a new case belongs at the end.
Run by hand, only to record again: python operations.py
"""

import json
import math
import pathlib

import torch
from torch import nn
from torch.nn import functional as F
from torch.optim import SGD, Adagrad, Adam, AdamW, RMSprop

SEED = 20261124
torch.manual_seed(SEED)
torch.set_default_dtype(torch.float64)
cases = []


def rounded(number):
    return float(f"{number:.10g}")


def values(tensor):
    return {"shape": list(tensor.shape), "data": [rounded(v) for v in tensor.flatten().tolist()]}


def draw(*shape, scale=1.0):
    """Random numbers that float32 represents exactly."""
    return (scale * torch.randn(shape)).float().double()


def pick(start, end, *shape):
    """Random integers from `start` to `end` - 1."""
    return torch.randint(start, end, shape)


def add(name, op, attributes, **parts):
    cases.append({"name": name, "op": op, "attributes": attributes or {}, **parts})


def differentiated(compute, inputs):
    """The result of `compute`, the upstream gradient (1 for a number, otherwise random) and the gradients."""
    leaves = {key: tensor.clone().requires_grad_() for key, tensor in inputs.items()}
    output = compute(**leaves)
    upstream = draw(*output.shape) if output.dim() else torch.ones(())
    output.backward(upstream)
    return output.detach(), upstream, {key: leaf.grad for key, leaf in leaves.items()}


def record(name, op, compute, attributes=None, integers=None, **inputs):
    """Adds a case: the result of `compute`, and the gradients of a random weighted sum of it."""
    output, upstream, gradients = differentiated(compute, inputs)
    more = {"integers": {key: tensor.tolist() for key, tensor in integers.items()}} if integers else {}
    add(name, op, attributes, inputs={key: values(tensor) for key, tensor in inputs.items()},
        output=values(output), upstream=values(upstream),
        gradients={key: values(gradient) for key, gradient in gradients.items()}, **more)


def functions():
    for op, function in [
        ("sigmoid", torch.sigmoid), ("tanh", torch.tanh), ("relu", torch.relu), ("exp", torch.exp),
        ("softplus", F.softplus), ("silu", F.silu), ("elu", F.elu), ("gelu", F.gelu),
    ]:
        rows, columns = pick(2, 6), pick(3, 8)
        record(op, op, lambda x: function(x), x=draw(rows, columns, scale=2))
    record("gelu_tanh", "gelu_tanh", lambda x: F.gelu(x, approximate="tanh"), x=draw(4, 5, scale=2))
    record("leaky_relu", "leaky_relu", lambda x: F.leaky_relu(x), {"negative_slope": 0.01}, x=draw(4, 5))
    record("log", "log", lambda x: x.log(), x=draw(3, 4).abs() + 0.1)


def arithmetic():
    for op, function in [
        ("add", torch.add), ("subtract", torch.sub), ("multiply", torch.mul), ("divide", torch.div),
    ]:
        for how, a, b in [("a row", (4, 5), (1, 5)), ("both ways", (2, 1, 3), (4, 1))]:
            second = torch.randn(b)
            second = torch.where(second.abs() < 0.3, second + 1, second).float().double()  # also a divisor
            record(f"{op} broadcasts {how}", op, lambda a, b: function(a, b), a=draw(*a), b=second)


def products():
    rows, inner, columns = pick(2, 7, 3).tolist()
    record("matmul", "matmul", lambda a, b: a @ b, a=draw(rows, inner), b=draw(inner, columns))
    record("matmul batched", "matmul", lambda a, b: a @ b, a=draw(3, rows, inner), b=draw(3, inner, columns))
    record("linear", "linear", lambda x, weight, bias: F.linear(x, weight, bias), {"weight_layout": "[out, in]"},
           x=draw(rows, inner), weight=draw(columns, inner), bias=draw(columns))


def reductions():
    record("sum", "sum", lambda x: x.sum(1), {"axis": 1}, x=draw(3, 4, 2))
    record("mean", "mean", lambda x: x.mean(), x=draw(3, 4))
    record("max", "max", lambda x: x.max(1).values, {"axis": 1}, x=draw(4, 5))
    record("softmax", "softmax", lambda x: x.softmax(-1), x=draw(3, 6, scale=3))
    record("log_softmax", "log_softmax", lambda x: x.log_softmax(-1), x=draw(3, 6, scale=3))


def losses():
    target = pick(0, 6, 5)
    record("cross_entropy", "cross_entropy", lambda x: F.cross_entropy(x, target), {"reduction": "mean"},
           {"target": target}, x=draw(5, 6, scale=2))
    record("mse_loss", "mse_loss", lambda x, y: F.mse_loss(x, y), {"reduction": "mean"},
           x=draw(4, 3), y=draw(4, 3))
    label = pick(0, 2, 6)
    record("bce_with_logits", "bce_with_logits",
           lambda x: F.binary_cross_entropy_with_logits(x, label[:, None].double()),
           integers={"target": label}, x=draw(6, 1, scale=3))


def normalisations():
    def batch_norm(x, weight, bias):
        return F.batch_norm(x, None, None, weight, bias, training=True, eps=1e-5)

    record("batch_norm", "batch_norm", batch_norm, {"training": True, "eps": 1e-5},
           x=draw(8, 4, scale=2), weight=draw(4), bias=draw(4))
    record("batch_norm over images", "batch_norm", batch_norm,
           {"training": True, "eps": 1e-5, "layout": "NCHW"}, x=draw(3, 4, 5, 5), weight=draw(4), bias=draw(4))
    record("layer_norm", "layer_norm", lambda x, weight, bias: F.layer_norm(x, (6,), weight, bias, 1e-5),
           {"eps": 1e-5}, x=draw(2, 3, 6), weight=draw(6), bias=draw(6))


def images():
    for stride, padding in [(1, 1), (2, 1), (1, 0), (2, 0)]:
        record(f"conv2d stride {stride} padding {padding}", "conv2d",
               lambda x, weight, bias: F.conv2d(x, weight, bias, stride, padding),
               {"stride": stride, "padding": padding},
               x=draw(2, 3, 7, 6), weight=draw(4, 3, 3, 3, scale=0.3), bias=draw(4))
    for op, pool in [("max_pool2d", F.max_pool2d), ("avg_pool2d", F.avg_pool2d)]:
        record(op, op, lambda x: pool(x, 2, 2), {"kernel": 2, "stride": 2}, x=draw(2, 3, 6, 6))


def sequences():
    for op, make, count, gates in [
        ("rnn", nn.RNN, 1, "tanh"), ("lstm", nn.LSTM, 4, "input, forget, cell, output"),
        ("gru", nn.GRU, 3, "reset, update, new"),
    ]:
        # A module draws parameters, which are replaced; they must not count as draws.
        with torch.random.fork_rng(devices=[]):
            module = make(4, 5)

        def compute(x, h0, w_ih, w_hh, b_ih, b_hh, c0=None):
            parameters = {"weight_ih_l0": w_ih, "weight_hh_l0": w_hh, "bias_ih_l0": b_ih, "bias_hh_l0": b_hh}
            state = h0[None] if c0 is None else (h0[None], c0[None])
            return torch.func.functional_call(module, parameters, (x, state))[0]

        inputs = {
            "x": draw(6, 3, 4), "h0": draw(3, 5, scale=0.5),
            "w_ih": draw(count * 5, 4, scale=0.5), "w_hh": draw(count * 5, 5, scale=0.5),
            "b_ih": draw(count * 5, scale=0.2), "b_hh": draw(count * 5, scale=0.2),
        } | ({"c0": draw(3, 5, scale=0.5)} if op == "lstm" else {})
        record(op, op, compute, {"layout": "[time, batch, feature]", "gates": gates}, **inputs)


def lookups():
    for causal in [False, True]:
        record(f"attention causal={causal}", "attention",
               lambda q, k, v: F.scaled_dot_product_attention(q, k, v, is_causal=causal),
               {"causal": causal, "layout": "[batch, head, time, feature]"},
               q=draw(2, 2, 5, 4), k=draw(2, 2, 5, 4), v=draw(2, 2, 5, 4))
    ids = pick(0, 7, 3, 4)
    record("embedding", "embedding", lambda weight: F.embedding(ids, weight), integers={"ids": ids},
           weight=draw(7, 5))


def network(name, activation, layers, residual=False, normalisation=None):
    """Adds a case: the loss of a deep network, and the norms of the gradients of its weights."""
    function = {"sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": torch.relu, "gelu": F.gelu}[activation]
    norm = {
        None: lambda h: h, "batch": lambda h: F.batch_norm(h, None, None, training=True),
        "layer": lambda h: F.layer_norm(h, (6,)),
    }[normalisation]
    x, target = draw(7, 6), pick(0, 6, 7)
    weights = {f"w{layer}": draw(6, 6, scale=1 / math.sqrt(6)) for layer in range(layers)}

    def compute(x, **weights):
        h = x
        for w in weights.values():
            h = function(norm(h @ w)) + (h if residual else 0)
        return F.cross_entropy(h, target)

    inputs = {"x": x} | weights
    output, upstream, gradients = differentiated(compute, inputs)
    add(name, "network", {
        "activation": activation, "residual": residual, "normalisation": normalisation, "layers": layers,
        "h_next": "act(norm(h @ w)), plus h where residual", "loss": "cross_entropy(h, target), mean",
    }, inputs={key: values(tensor) for key, tensor in inputs.items()}, integers={"target": target.tolist()},
        output=values(output), upstream=values(upstream),
        gradient_norms={key: rounded(gradients[key].norm().item()) for key in weights})


def networks():
    for activation, layers in [("sigmoid", 10), ("tanh", 20), ("relu", 10)]:
        network(f"{activation}, {layers} layers", activation, layers)
    network("tanh residual, 30 layers", "tanh", 30, residual=True)
    network("sigmoid with batch norm, 10 layers", "sigmoid", 10, normalisation="batch")
    network("gelu with layer norm, 10 layers", "gelu", 10, normalisation="layer")


def optimiser(name, make, attributes):
    """Adds a case: the parameters after each of ten steps."""
    p, a = draw(6).requires_grad_(), draw(6).abs() + 0.2
    inputs = {"p": values(p.detach()), "a": values(a)}
    settings = dict(attributes)
    if "beta1" in settings:
        settings["betas"] = (settings.pop("beta1"), settings.pop("beta2"))
    chosen, trace = make([p], **settings), []
    for _ in range(10):
        chosen.zero_grad()
        ((a * p**2).sum() + 0.1 * (p**4).sum()).backward()
        chosen.step()
        trace.append(values(p.detach()))
    add(name, "optimiser", attributes | {"loss": "sum(a * p^2) + 0.1 * sum(p^4)"}, inputs=inputs, trace=trace)


def optimisers():
    optimiser("SGD", SGD, {"lr": 0.05})
    optimiser("SGD momentum", SGD, {"lr": 0.05, "momentum": 0.9})
    optimiser("SGD nesterov", SGD, {"lr": 0.05, "momentum": 0.9, "nesterov": True})
    optimiser("SGD weight decay", SGD, {"lr": 0.05, "weight_decay": 0.1})
    optimiser("RMSProp", RMSprop, {"lr": 0.01, "alpha": 0.99, "eps": 1e-8})
    optimiser("Adagrad", Adagrad, {"lr": 0.1, "eps": 1e-10})
    optimiser("Adam", Adam, {"lr": 0.05, "beta1": 0.9, "beta2": 0.999, "eps": 1e-8})
    optimiser("AdamW", AdamW, {"lr": 0.05, "weight_decay": 0.01})


def clipping():
    gradients = {"g0": draw(3, 4, scale=3), "g1": draw(4, scale=3)}
    parameters = {key: torch.zeros_like(g, requires_grad=True) for key, g in gradients.items()}
    for key, parameter in parameters.items():
        parameter.grad = gradients[key].clone()
    total = nn.utils.clip_grad_norm_(parameters.values(), 1.0).item()
    add("clip_grad_norm 1.0", "clip_grad_norm", {"max_norm": 1.0, "total_norm": total},
        inputs={key: values(g) for key, g in gradients.items()},
        results={key: values(p.grad) for key, p in parameters.items()})


def initialisers():
    gain = nn.init.calculate_gain
    for fan_in, fan_out in [(64, 64), (256, 64)]:
        add(f"initialisers fan_in {fan_in} fan_out {fan_out}", "initialiser_std", {
            "fan_in": fan_in, "fan_out": fan_out,
            "xavier_uniform_bound": math.sqrt(6 / (fan_in + fan_out)),
            "xavier_normal_std": math.sqrt(2 / (fan_in + fan_out)),
            "kaiming_normal_relu_std": math.sqrt(2 / fan_in),
            "kaiming_uniform_relu_bound": math.sqrt(6 / fan_in),
            "lecun_normal_std": math.sqrt(1 / fan_in),
            "gain_tanh": gain("tanh"), "gain_relu": gain("relu"), "gain_leaky_relu_0.01": gain("leaky_relu", 0.01),
        })


for family in [functions, arithmetic, products, reductions, losses, normalisations, images, sequences, lookups,
               networks, optimisers, clipping, initialisers]:
    family()
path = pathlib.Path(__file__).parent.with_name("reference.json")
source = f"PyTorch {torch.__version__}, float64"
path.write_text(json.dumps({"source": source, "seed": SEED, "cases": cases}, separators=(",", ":")))
print(f"{len(cases)} cases in {path.name}")
