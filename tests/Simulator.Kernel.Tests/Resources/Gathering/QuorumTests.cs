using CsCheck;
using Simulator.Kernel.Processes;
using Simulator.Kernel.Resources.Gathering;

namespace Simulator.Kernel.Tests.Resources.Gathering;

/// <summary>k of n, and the rule that halts a wave.</summary>
public sealed class QuorumTests
{
    private readonly Simulation _simulation = new();
    private readonly Visitors _visitors;

    public QuorumTests() => _visitors = new Visitors(_simulation);

    [Test]
    public void All_who_wait_go_on_when_enough_are_there_and_late_ones_at_once()
    {
        var quorum = new Quorum(_simulation, "raft", 5, 3);

        for (var customer = 1; customer <= 4; customer++)
        {
            var who = customer;
            _visitors.At(who, who, () => quorum.Arrive((ulong)who, who, 0));
        }

        _visitors.At(0, 9, () => quorum.Watch(9, 9, 0));
        _simulation.Run();

        Assert.That(
            _visitors.Log,
            Is.EqualTo(["3 s: 1 granted", "3 s: 2 granted", "3 s: 3 granted", "3 s: 9 granted", "4 s: 4 granted"])
        );
    }

    [Test]
    public void All_who_wait_are_refused_when_too_many_have_failed()
    {
        var quorum = new Quorum(_simulation, "raft", 5, 3);

        _visitors.At(1, 1, () => quorum.Arrive(1, 1, 0));
        for (var second = 2; second <= 4; second++)
        {
            _visitors.At(second, 8, () => quorum.Report(hasArrived: false));
        }

        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["4 s: 1 rejected"]));
    }

    [Test]
    public void A_wave_is_judged_when_all_have_reported_and_then_begins_anew()
    {
        var wave = new Quorum(_simulation, "wave", 3, needed: 2, QuorumRule.WhenAllReported);
        var verdicts = new List<string>();

        async Process Control()
        {
            for (var number = 0; number < 2; number++)
            {
                var goesOn = await wave.Watch();
                verdicts.Add($"{_simulation.Now}: {goesOn}");
                wave.Reset();
            }
        }

        _simulation.Spawn(Control());
        foreach (
            var (second, isFine) in ((int, bool)[])[(1, true), (2, true), (3, false), (4, false), (5, false), (6, true)]
        )
        {
            _visitors.At(second, second, () => wave.Report(isFine));
        }

        _simulation.Run();

        Assert.That(verdicts, Is.EqualTo(["3 s: True", "6 s: False"]));
    }

    [Test]
    public void Who_is_interrupted_before_the_decision_has_not_arrived()
    {
        var quorum = new Quorum(_simulation, "raft", 2, 2);

        async Process Party()
        {
            try
            {
                await quorum.Arrive();
            }
            catch (InterruptedException)
            {
                // it leaves
            }
        }

        var first = _simulation.Spawn(Party());
        _visitors.At(1, 1, () => first.Interrupt());
        _visitors.At(2, 2, () => quorum.Arrive(2, 2, 0));
        _simulation.Run();

        Assert.That((quorum.Arrived, quorum.IsReached), Is.EqualTo((1, (bool?)null)));
    }

    [Test]
    public void More_reports_than_parties_are_a_mistake()
    {
        var quorum = new Quorum(_simulation, "raft", 1, 1);
        quorum.Report(hasArrived: true);

        Assert.That(
            () => quorum.Report(hasArrived: true),
            Throws.InvalidOperationException.With.Message.Contains("reports to 'raft', but all 1 parties have reported")
        );
        Assert.That(quorum.Reset, Throws.InvalidOperationException);
        Assert.That(() => new Quorum(_simulation, "raft", 2, 3), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test] // property: both rules agree with counting
    public void The_decision_is_that_of_counting() =>
        Gen.Select(Gen.Bool.Array[1, 12], Gen.Int[0, 12], Gen.Bool)
            .Sample(
                (reports, wanted, isAtEnd) =>
                {
                    var needed = Math.Min(wanted, reports.Length);
                    var simulation = new Simulation();
                    var visitors = new Visitors(simulation);
                    var rule = isAtEnd ? QuorumRule.WhenAllReported : QuorumRule.AsSoonAsKnown;
                    var quorum = new Quorum(simulation, "wave", reports.Length, needed, rule);
                    visitors.At(0, 100, () => quorum.Watch(100, 100, 0));
                    for (var party = 0; party < reports.Length; party++)
                    {
                        var isFine = reports[party];
                        visitors.At(party + 1, party, () => quorum.Report(isFine));
                    }

                    simulation.Run();

                    var known = Enumerable
                        .Range(0, reports.Length + 1)
                        .First(count =>
                            isAtEnd
                                ? count == reports.Length
                                : reports.Take(count).Count(fine => fine) >= needed
                                    || reports.Take(count).Count(fine => !fine) > reports.Length - needed
                        );
                    return quorum.IsReached == (reports.Count(fine => fine) >= needed)
                        && visitors.LastAt[100].Seconds == known;
                }
            );
}
