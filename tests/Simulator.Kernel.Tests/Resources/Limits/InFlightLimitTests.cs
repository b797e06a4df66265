using CsCheck;
using Simulator.Kernel.Resources.Limits;

namespace Simulator.Kernel.Tests.Resources.Limits;

/// <summary>So many requests at once, so many in line, the rest refused.</summary>
public sealed class InFlightLimitTests
{
    [Test]
    public void Who_finds_the_line_full_is_refused_at_once()
    {
        var simulation = new Simulation();
        var visitors = new Visitors(simulation);
        var limit = new InFlightLimit(simulation, "api", 1, mostWaiting: 1);

        foreach (var customer in (int[])[3, 1, 2])
        {
            visitors.At(1, customer, () => limit.Request((ulong)customer, customer, 0));
        }

        visitors.At(5, 9, limit.Release);
        simulation.Run();

        Assert.That(visitors.Log, Is.EqualTo(["1 s: 1 granted", "1 s: 3 rejected", "5 s: 2 granted"]));
        Assert.That((limit.RejectedCount, limit.Held, limit.QueueLength), Is.EqualTo((1L, 1L, 0)));
        Assert.That(limit.BusyTime, Is.EqualTo((Int128)4_000_000_000));
    }

    [Test]
    public void Who_stands_in_line_starts_before_who_comes_at_the_instant_of_a_release()
    {
        var simulation = new Simulation();
        var visitors = new Visitors(simulation);
        var limit = new InFlightLimit(simulation, "api", 1);
        visitors.At(0, 1, () => limit.Request(1, 1, 0));
        visitors.At(1, 9, () => limit.Request(9, 9, 0));
        visitors.At(2, 1, limit.Release);
        visitors.At(2, 3, () => limit.Request(3, 3, 0));

        simulation.Run();

        Assert.That(visitors.GrantOrder, Is.EqualTo([1, 9]));
    }

    [Test]
    public void Nothing_in_flight_cannot_be_ended() =>
        Assert.That(
            () => new InFlightLimit(new Simulation(), "api", 1).Release(),
            Throws.InvalidOperationException.With.Message.Contains("ends a request at 'api', but none is in flight")
        );

    [Test] // property: everybody is granted or refused, never more than k in flight, nothing left over
    public void Requests_are_conserved() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[0, 3], Gen.Select(Gen.Int[0, 20], Gen.Int[1, 9]).Array[1, 40])
            .Sample(
                (most, line, visits) =>
                {
                    var simulation = new Simulation();
                    var visitors = new Visitors(simulation);
                    var limit = new InFlightLimit(simulation, "api", most, line);
                    var peak = 0L;
                    visitors.OnGranted = (who, _) =>
                    {
                        peak = Math.Max(peak, limit.Held);
                        visitors.At(simulation.Now + SimTime.FromSeconds(visits[who].Item2), who, limit.Release);
                    };
                    for (var customer = 0; customer < visits.Length; customer++)
                    {
                        var who = customer;
                        visitors.At(visits[who].Item1, who, () => limit.Request((ulong)who, who, 0));
                    }

                    simulation.Run();

                    var busy = visitors.GrantOrder.Sum(who => visits[who].Item2) * (Int128)1_000_000_000;
                    return visitors.GrantOrder.Count + limit.RejectedCount == visits.Length
                        && peak <= most
                        && limit is { Held: 0, QueueLength: 0 }
                        && limit.BusyTime == busy;
                }
            );
}
