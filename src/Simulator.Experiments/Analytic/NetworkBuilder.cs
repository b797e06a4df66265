using Simulator.Analysis.MeanField;
using Simulator.Analysis.OrderStatistics;
using Simulator.Cluster;
using Simulator.Cluster.Records;
using Simulator.Cluster.Services;
using Simulator.Cluster.Topology;
using Simulator.Cluster.Updates;

namespace Simulator.Experiments.Analytic;

/// <summary>Writes a section as a line of stages: one for each step that waits for something, plain steps added up.</summary>
internal sealed class NetworkBuilder
{
    private readonly Model _model;
    private readonly Levels _levels;
    private readonly Section _section;
    private readonly Grid _grid;
    private readonly List<FlowStage> _stages = [];
    private readonly List<(string Limit, double Capacity)> _capacities = [];
    private readonly List<(string Limit, FlowBucket Bucket)> _buckets = [];
    private readonly List<(string Limit, FlowLink Link)> _links = [];
    private readonly List<(string Limit, double Amount, int From, string Until)> _open = [];
    private readonly List<FlowClaim> _claims = [];
    private bool _isClosed = true;

    private NetworkBuilder(Model model, Levels levels, Section section, Grid grid) =>
        (_model, _levels, _section, _grid) = (model, levels, section, grid);

    /// <summary>Nodes that move as one.</summary>
    public static double NodesPerUnit(Levels levels, Section section) =>
        Math.Min(levels.NodesPerGroup(section.Level), section.Nodes);

    /// <summary>The network, whose customers are units, and the names of what they share in the order of its loads.</summary>
    public static (FlowNetwork Network, IReadOnlyList<string> Names) Build(
        Model model,
        Levels levels,
        Section section,
        Grid grid
    )
    {
        var builder = new NetworkBuilder(model, levels, section, grid);
        builder.Write();
        var network = new FlowNetwork
        {
            Stages = builder._stages,
            Capacities = [.. builder._capacities.Select(capacity => capacity.Capacity)],
            Claims = builder._claims,
            Buckets = [.. builder._buckets.Select(bucket => bucket.Bucket)],
            Links = [.. builder._links.Select(link => link.Link)],
        };
        return (
            network,
            [
                .. builder._capacities.Select(part => part.Limit),
                .. builder._buckets.Select(part => part.Limit),
                .. builder._links.Select(part => part.Limit),
            ]
        );
    }

    /// <summary>Whether a step waits for something that others want too.</summary>
    public static bool IsShared(StepSpec step, Model model) =>
        step
            .Uses.Select(use => use.Service)
            .Concat(step.Needs.Select(need => need.Service))
            .Concat(step.Calls.Select(call => call.Service))
            .Append(step.Transfer?.From)
            .Any(name => IsShared(name, model));

    private static bool IsShared(string? name, Model model) =>
        name is not null && model.Services.First(service => service.Name == name).Per != Levels.Node;

    private double Weight => NodesPerUnit(_levels, _section);

    private void Write()
    {
        var last = _section.Ahead.ToList().FindLastIndex(step => IsShared(step, _model));
        foreach (var step in _section.Ahead.Take(last + 1))
        {
            Refusals.Refuse(
                _levels.IndexOf(step.Per) > 0,
                $"update.steps.{step.Name}.per",
                "a group asks for what nodes share"
            );
            AddShared(step, isHeld: false);
        }

        Gather(last);
        AddPlain([.. _section.Ahead.Skip(last + 1)]);
        var first = _stages.Count;
        if (_section.Places is not null || _section.Passes is not null)
        {
            _isClosed = true;
            Stage(
                new FlowStage { Delay = _section.Lag?.Invoke(_grid) ?? GridLaw.Zero(_grid.Step), Calls = PassCalls() }
            );
        }

        if (_section.Level == 0)
        {
            foreach (var step in _section.Held)
            {
                AddShared(step, isHeld: true);
            }
        }
        else
        {
            var asking = _section.Held.FirstOrDefault(step => IsShared(step, _model));
            Refusals.Refuse(
                asking is not null,
                $"update.steps.{asking?.Name}",
                $"nodes of one {_levels.NameOf(_section.Level)}, which move as one, wait for what all share"
            );
            AddPlain(_section.Held);
        }

        if (_stages.Count == 0)
        {
            Stage(new FlowStage { Delay = GridLaw.Zero(_grid.Step) });
        }

        if (_section.Places is { } places)
        {
            _capacities.Add((Causes.LimitName, places));
            _claims.Add(new FlowClaim(_capacities.Count - 1, 1, first, _stages.Count - 1));
        }
    }

    /// <summary>
    /// A unit is there with the last of its nodes: half of the time that its nodes need one after the other, later than its
    /// nodes in the mean.
    /// </summary>
    private void Gather(int last)
    {
        if (last < 0 || _section.Level == 0)
        {
            return;
        }

        var network = new FlowNetwork
        {
            Stages = _stages,
            Capacities = [.. _capacities.Select(part => part.Capacity)],
            Claims = _claims,
            Buckets = [.. _buckets.Select(part => part.Bucket with { Burst = 0 })],
            Links = [.. _links.Select(part => part.Link)],
        };
        _isClosed = true;
        Stage(new FlowStage { Delay = _grid.Of(Law.Constant(network.Loads(1).Max() / 2)) });
    }

    private List<FlowCall> PassCalls()
    {
        if (_section.Passes is not { } passes)
        {
            return [];
        }

        _buckets.Add(("rollout.tick.most", new FlowBucket(passes.Rate * passes.Most, passes.Most)));
        return [new FlowCall(_buckets.Count - 1, 1)];
    }

    /// <summary>Steps that wait for nothing: of a node one law, of a group the maximum over its members.</summary>
    private void AddPlain(IReadOnlyList<StepSpec> steps)
    {
        if (steps.Count == 0)
        {
            return;
        }

        if (_section.Level == 0)
        {
            foreach (var step in steps)
            {
                AddShared(step, isHeld: false);
            }

            return;
        }

        var tower = new GridTower(_levels, _grid.Step);
        foreach (var step in steps)
        {
            tower.Add(_levels.IndexOf(step.Per), StepGrid.Of(step, _model, _grid, isShared: false));
        }

        Stage(new FlowStage { Delay = tower.Of(_section.Level) });
    }

    private void AddShared(StepSpec step, bool isHeld)
    {
        var isFetching = IsShared(step.Transfer?.From, _model);
        var attempts = StepGrid.Attempts(step);
        var from = _stages.Count;
        foreach (var use in step.Uses.Where(use => IsShared(use.Service, _model)))
        {
            Open(use.Service, 1, from, step.Name, isHeld);
        }

        foreach (var need in step.Needs.Where(need => IsShared(need.Service, _model)))
        {
            Open(need.Service, need.Amount.Units, from, need.Until ?? step.Name, isHeld);
        }

        var stage = new FlowStage
        {
            Delay = StepGrid.Of(step, _model, _grid, isFetching),
            Lost = _section.Level == 0 ? StepGrid.Lost(step) : 0,
            Calls =
            [
                .. step
                    .Calls.Where(call => IsShared(call.Service, _model))
                    .Select(call => new FlowCall(Bucket(call.Service, isHeld), call.Count * attempts * Weight)),
            ],
            Transfer = isFetching
                ? new FlowTransfer(LinkOf(step.Transfer!.From, isHeld), step.Transfer.Size.Bits * attempts, Weight)
                : null,
        };
        Stage(stage, _open.Exists(claim => claim.From == from));
        foreach (var claim in _open.Where(claim => claim.Until == step.Name).ToList())
        {
            var capacity = _capacities.FindIndex(part => part.Limit == claim.Limit);
            _claims.Add(new FlowClaim(capacity, claim.Amount, claim.From, _stages.Count - 1));
            _open.Remove(claim);
            _isClosed = true;
        }
    }

    /// <summary>A stage of its own where it waits for something or where something was just given back; else the last goes on.</summary>
    private void Stage(FlowStage stage, bool isWaiting = false)
    {
        var isPlain = !isWaiting && stage.Calls.Count == 0 && stage.Transfer is null;
        if (isPlain && _stages.Count > 0 && !_isClosed)
        {
            var before = _stages[^1];
            _stages[^1] = before with
            {
                Delay = before.Delay.Plus(stage.Delay),
                Lost = 1 - ((1 - before.Lost) * (1 - stage.Lost)),
            };
            return;
        }

        _stages.Add(stage);
        _isClosed = false;
    }

    private void Open(string service, double amount, int from, string until, bool isHeld)
    {
        if (!_capacities.Exists(part => part.Limit == service))
        {
            var spec = _model.Services.First(other => other.Name == service);
            var units = spec is StationSpec station ? station.Servers : ((BudgetSpec)spec).Capacity.Units;
            var whole = Math.Max(1, Math.Floor(units / amount)) * amount;
            _capacities.Add((service, whole * Copies(spec, isHeld)));
        }

        _open.Add((service, amount * Weight, from, until));
    }

    private int Bucket(string service, bool isHeld)
    {
        var known = _buckets.FindIndex(part => part.Limit == service);
        if (known >= 0)
        {
            return known;
        }

        var bucket = (TokenBucketSpec)_model.Services.First(other => other.Name == service);
        var copies = Copies(bucket, isHeld);
        _buckets.Add((service, new FlowBucket(bucket.Rate.PerSecond * copies, bucket.Burst * copies)));
        return _buckets.Count - 1;
    }

    private int LinkOf(string service, bool isHeld)
    {
        var known = _links.FindIndex(part => part.Limit == service);
        if (known >= 0)
        {
            return known;
        }

        var link = (LinkSpec)_model.Services.First(other => other.Name == service);
        var bandwidth = (double)link.Bandwidth.BitsPerSecond;
        var perFlow = Math.Min(bandwidth, link.PerNode?.BitsPerSecond ?? bandwidth);
        _links.Add((service, new FlowLink(bandwidth * Copies(link, isHeld), perFlow)));
        return _links.Count - 1;
    }

    /// <summary>Groups that have a copy of their own and whose nodes are at work: those of the places, one after the other.</summary>
    private double Copies(ServiceSpec service, bool isHeld)
    {
        var level = _levels.IndexOf(service.Per);
        if (level == _levels.Count - 1)
        {
            return 1;
        }

        var nodes =
            isHeld && _section.Places is { } places ? Math.Min(places * Weight, _section.Nodes) : _section.Nodes;
        return Math.Max(1, Math.Ceiling((double)nodes / _levels.NodesPerGroup(level)));
    }
}
