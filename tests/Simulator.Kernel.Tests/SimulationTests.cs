using Simulator.Kernel.Processes;
using Simulator.Kernel.Resources;

namespace Simulator.Kernel.Tests;

/// <summary>The rules of an instant, and what stops a run.</summary>
public sealed class SimulationTests
{
    private readonly Simulation _simulation = new();
    private readonly List<string> _log = [];

    [Test]
    public void An_instant_is_drained_before_anything_starts_and_all_decide_before_the_first_goes_on()
    {
        var oven = new Station(_simulation, "oven", 1);
        var grill = new Station(_simulation, "grill", 1);

        async Process Use(Station station, Station other, string name)
        {
            _log.Add($"{name} asks");
            await station.Acquire();
            _log.Add($"{name} has it, the other holds {other.Held}");
            await _simulation.Delay(SimTime.Zero);
            _log.Add($"{name} gives it back");
            station.Release();
        }

        _simulation.Spawn(Use(grill, oven, "a"));
        _simulation.Spawn(Use(oven, grill, "b"));
        _simulation.Run();

        Assert.That(
            _log,
            Is.EqualTo([
                "a asks",
                "b asks",
                "a has it, the other holds 1", // by rank, although the oven is older than the grill
                "b has it, the other holds 1",
                "a gives it back",
                "b gives it back",
            ])
        );
    }

    [Test]
    public void A_run_away_instant_is_stopped_and_names_the_culprit()
    {
        _simulation.InstantLimit = 1_000;

        async Process Spin()
        {
            await _simulation.Delay(TimeSpan.FromSeconds(7));
            while (true)
            {
                await _simulation.Delay(SimTime.Zero);
            }
        }

        _simulation.Spawn(Spin());

        var runaway = Assert.Throws<RunawayException>(_simulation.Run);
        Assert.That(runaway.Message, Does.Contain("1000 events at one instant, 7 s").And.Contain("Spin #0"));
        Assert.That(runaway.At.Seconds, Is.EqualTo(7));
    }

    [Test]
    public void A_row_that_runs_away_is_named_too()
    {
        _simulation.InstantLimit = 10;
        var visitors = new Visitors(_simulation);
        for (var number = 0; number < 20; number++)
        {
            visitors.At(0, 42, () => { });
        }

        Assert.That(_simulation.Run, Throws.InstanceOf<RunawayException>().With.Message.Contains("row 42"));
    }

    [Test]
    public void A_wake_up_in_the_past_is_refused()
    {
        var visitors = new Visitors(_simulation);
        visitors.At(2, 1, () => _simulation.Schedule(SimTime.FromSeconds(1), 0, 1, 0));

        Assert.That(
            _simulation.Run,
            Throws
                .InstanceOf<ArgumentOutOfRangeException>()
                .With.Message.Contains("row 1: it lies before the present, 2 s")
        );
    }

    [Test]
    public void A_run_beyond_a_hundred_years_is_stopped()
    {
        async Process Sleep()
        {
            await _simulation.Delay(SimTime.Horizon);
            await _simulation.Delay(new SimTime(1));
        }

        _simulation.Spawn(Sleep());

        Assert.That(
            _simulation.Run,
            Throws
                .InstanceOf<ProcessFailedException>()
                .With.InnerException.InstanceOf<RunawayException>()
                .And.Message.Contains("Sleep #0 goes beyond 100 years")
        );
    }

    [Test]
    public void A_run_may_be_cancelled_however_few_events_an_instant_has()
    {
        using var source = new CancellationTokenSource();
        _simulation.Cancellation = source.Token;

        async Process Tick()
        {
            while (_simulation.EventCount < 100_000)
            {
                await _simulation.Delay(new SimTime(1));
                if (_simulation.EventCount == 10_000)
                {
                    source.Cancel();
                }
            }
        }

        _simulation.Spawn(Tick());

        Assert.That(_simulation.Run, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_simulation.EventCount, Is.LessThan(20_000));
    }

    [Test]
    public void A_run_up_to_an_instant_changes_nothing_about_what_follows()
    {
        async Process Tick(string name)
        {
            for (var tick = 0; tick < 3; tick++)
            {
                await _simulation.Delay(TimeSpan.FromSeconds(2));
                _log.Add($"{_simulation.Now} {name}");
            }
        }

        _simulation.Spawn(Tick("a"));
        _simulation.Spawn(Tick("b"));
        _simulation.Run(SimTime.FromSeconds(3));
        Assert.That(_simulation.Now.Seconds, Is.EqualTo(3));
        Assert.That(_log, Is.EqualTo(["2 s a", "2 s b"]));

        _simulation.Run(SimTime.FromSeconds(4));
        _simulation.Run();
        Assert.That(_log, Is.EqualTo(["2 s a", "2 s b", "4 s a", "4 s b", "6 s a", "6 s b"]));
    }

    [Test]
    public void Resources_decide_in_the_order_of_their_making_whichever_was_touched_first()
    {
        var (older, younger) = (new Bell(_simulation, "older", _log), new Bell(_simulation, "younger", _log));
        async Process Touch(params Bell[] bells)
        {
            await _simulation.Delay(SimTime.Zero);
            Array.ForEach(bells, bell => bell.Ring());
        }

        _simulation.Spawn(Touch(younger, older));
        _simulation.Run();

        Assert.That(_log, Is.EqualTo(["older", "younger"]));
    }

    [Test]
    public void There_is_one_table_only()
    {
        _ = new Visitors(_simulation);

        Assert.That(() => new Visitors(_simulation), Throws.InvalidOperationException);
    }

    private sealed class Bell(Simulation simulation, string name, List<string> log) : Resource(simulation, name)
    {
        public override int QueueLength => 0;

        public override long Held => 0;

        public void Ring() => Touch();

        protected override void Decide(GrantList grants) => log.Add(Name);
    }
}
