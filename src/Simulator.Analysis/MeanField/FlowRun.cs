namespace Simulator.Analysis.MeanField;

/// <summary>
/// The mean-field limit of a rollout: masses of customers instead of customers, moved over the grid of the delays. All start
/// at t = 0; starts of a stage are as many as wait and as capacities, tokens and links allow.
/// </summary>
/// <remarks>
/// <para>
/// Exact, up to the grid, for independent customers that share nothing, for one customer at a time, and for constants; for
/// c exponential servers E[T] = (N - c)/(c μ) + H_c/μ comes out. Chance in what is shared is left out: a queue exists only
/// where the mean flow exceeds what is there.
/// </para>
/// <para>
/// With U(t) customers expected to be unfinished, P(T &lt;= t) = (1 - U/K)^K with K the number that the last ones are among.
/// Something that is held for less than a few cells acts as a rate with a burst, c/E[S] and 1 + (c - 1)(1 + cv²)/2: what
/// renewal theory gives for many rounds. So the cost does not grow with N.
/// </para>
/// <para>Source: the functional law of large numbers for queues, W. Whitt, <i>Stochastic-Process Limits</i>, 2002, chapter 5;
/// the residual life of renewal processes, D. R. Cox, <i>Renewal Theory</i>, 1962, section 5.</para>
/// </remarks>
public sealed class FlowRun
{
    private const int LeastCellsHeld = 12;
    private const int MostCells = 4_000_000;
    private const double Nothing = 1e-12;
    private const double LeastUnfinished = 1e5;

    private readonly FlowNetwork _network;
    private readonly double _step;
    private readonly double[] _queues;
    private readonly FlowDelay[] _delays;
    private readonly FlowPipe[] _pipes;
    private readonly double[] _free;
    private readonly double[] _tokens;
    private readonly List<FlowClaim> _claims = [];
    private readonly List<(FlowClaim Claim, int Pace)> _paced = [];
    private readonly List<(double Rate, double Burst, double Level)> _paces = [];
    private double _unfinished;

    private FlowRun(FlowNetwork network, double customers)
    {
        (_network, _step) = (network, network.Stages[0].Delay.Step);
        _queues = new double[network.Stages.Count];
        _queues[0] = customers;
        _unfinished = customers;
        _delays = [.. network.Stages.Select(stage => new FlowDelay(stage.Delay))];
        _pipes = [.. network.Links.Select(link => new FlowPipe(link))];
        _free = [.. network.Capacities];
        _tokens = [.. network.Buckets.Select(bucket => bucket.Burst)];
        foreach (var claim in network.Claims)
        {
            Take(claim);
        }
    }

    /// <summary>E[T] of N customers.</summary>
    /// <param name="network">What they go through.</param>
    /// <param name="customers">N, above 0; need not be whole.</param>
    /// <param name="last">K: among how many the last one is, from 1 to N.</param>
    /// <returns>Seconds; null where the grid is too fine to come to an end.</returns>
    public static double? MeanMakespan(FlowNetwork network, double customers, double last)
    {
        ArgumentNullException.ThrowIfNull(network);
        var run = new FlowRun(network, customers);
        var mean = 0.0;
        for (var cell = 0; cell < MostCells; cell++)
        {
            run.Advance(cell);
            if (run._unfinished <= Nothing * Math.Max(customers, LeastUnfinished))
            {
                return mean * run._step;
            }

            var share = Math.Min(1, run._unfinished / Math.Max(1, last));
            mean += OrderStatistics.CancellationFree.SurvivalOfMaximum(share, Math.Max(1, last));
        }

        return null;
    }

    /// <summary>Holds what is held long enough to be seen; the rest becomes a pace.</summary>
    private void Take(FlowClaim claim)
    {
        var (mean, variance) = _network.Holding(claim);
        if (mean >= LeastCellsHeld * _step)
        {
            _claims.Add(claim);
            return;
        }

        var places = _network.Capacities[claim.Capacity] / claim.Amount;
        if (mean > 0 && double.IsFinite(places))
        {
            var shape = Math.Min(1 + (variance / (mean * mean)), 4);
            var burst = Math.Min(places, 1 + (Math.Max(0, places - 1) * shape / 2));
            _paced.Add((claim, _paces.Count));
            _paces.Add((places / mean, burst, burst));
        }
    }

    private void Advance(int cell)
    {
        if (cell > 0)
        {
            Refill();
        }

        for (var stage = 0; stage < _delays.Length; stage++)
        {
            Finish(stage, _delays[stage].Due());
        }

        for (var link = 0; link < _pipes.Length; link++)
        {
            foreach (var (stage, mass) in _pipes[link].Arrived(cell == 0 ? 0 : _step, _step))
            {
                Work(stage, mass);
            }
        }

        // what takes no cell at all goes on at once, and gives back what it held
        var moved = double.PositiveInfinity;
        for (var round = 0; round < 100 && moved > Nothing; round++)
        {
            moved = 0;
            for (var stage = 0; stage < _queues.Length; stage++)
            {
                moved += Start(stage);
            }
        }
    }

    private void Refill()
    {
        for (var bucket = 0; bucket < _tokens.Length; bucket++)
        {
            var (rate, burst) = _network.Buckets[bucket];
            _tokens[bucket] = Math.Min(Math.Max(burst, rate * _step), _tokens[bucket] + (rate * _step));
        }

        for (var pace = 0; pace < _paces.Count; pace++)
        {
            var (rate, burst, level) = _paces[pace];
            _paces[pace] = (rate, burst, Math.Min(Math.Max(burst, rate * _step), level + (rate * _step)));
        }
    }

    private double Start(int stage)
    {
        var mass = _queues[stage];
        if (mass <= Nothing)
        {
            return 0;
        }

        mass = Math.Min(mass, Allowed(stage));
        if (mass <= Nothing)
        {
            return 0;
        }

        _queues[stage] = mass == _queues[stage] ? 0 : _queues[stage] - mass;
        Charge(stage, mass);
        if (_network.Stages[stage].Transfer is { } transfer)
        {
            _pipes[transfer.Link].Add(stage, transfer, mass);
        }
        else
        {
            Work(stage, mass);
        }

        return mass;
    }

    private double Allowed(int stage)
    {
        var most = double.PositiveInfinity;
        foreach (var claim in _claims)
        {
            most = claim.From == stage ? Math.Min(most, _free[claim.Capacity] / claim.Amount) : most;
        }

        foreach (var (claim, pace) in _paced)
        {
            most = claim.From == stage ? Math.Min(most, _paces[pace].Level) : most;
        }

        foreach (var call in _network.Stages[stage].Calls)
        {
            most = Math.Min(most, _tokens[call.Bucket] / call.Tokens);
        }

        return most;
    }

    private void Charge(int stage, double mass)
    {
        foreach (var claim in _claims)
        {
            _free[claim.Capacity] -= claim.From == stage ? claim.Amount * mass : 0;
        }

        foreach (var (claim, pace) in _paced)
        {
            var (rate, burst, level) = _paces[pace];
            _paces[pace] = (rate, burst, claim.From == stage ? level - mass : level);
        }

        foreach (var call in _network.Stages[stage].Calls)
        {
            _tokens[call.Bucket] -= call.Tokens * mass;
        }
    }

    private void Work(int stage, double mass)
    {
        _delays[stage].Add(mass);
        Finish(stage, mass * _delays[stage].AtOnce);
    }

    private void Finish(int stage, double mass)
    {
        if (mass <= 0)
        {
            return;
        }

        var lost = mass * _network.Stages[stage].Lost;
        foreach (var claim in _claims)
        {
            if (claim.From <= stage && stage <= claim.Until)
            {
                _free[claim.Capacity] += claim.Amount * (stage == claim.Until ? mass : lost);
            }
        }

        var isLast = stage == _queues.Length - 1;
        _unfinished -= isLast ? mass : lost;
        if (!isLast)
        {
            _queues[stage + 1] += mass - lost;
        }
    }
}
