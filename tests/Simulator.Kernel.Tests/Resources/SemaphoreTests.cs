using Simulator.Kernel.Resources;
using Semaphore = Simulator.Kernel.Resources.Semaphore;

namespace Simulator.Kernel.Tests.Resources;

/// <summary>A budget that customers hold amounts of.</summary>
public sealed class SemaphoreTests
{
    private readonly Simulation _simulation = new();
    private readonly Visitors _visitors;
    private readonly Semaphore _budget;

    public SemaphoreTests()
    {
        _visitors = new Visitors(_simulation);
        _budget = new Semaphore(_simulation, "budget", 10);
    }

    [Test]
    public void The_head_of_the_line_blocks_those_behind_it_even_if_they_would_fit()
    {
        Ask(at: 0, customer: 1, amount: 6);
        Ask(at: 1, customer: 2, amount: 8);
        Ask(at: 2, customer: 3, amount: 1);
        _visitors.At(5, 1, () => _budget.Release(6));

        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["0 s: 1 granted", "5 s: 2 granted", "5 s: 3 granted"]));
        Assert.That(_budget.Held, Is.EqualTo(9));
    }

    [Test]
    public void A_withdrawn_head_lets_those_behind_it_start_at_once()
    {
        Ask(at: 0, customer: 1, amount: 6);
        Ask(at: 1, customer: 2, amount: 8);
        Ask(at: 2, customer: 3, amount: 4);
        _visitors.At(3, 2, () => _budget.Withdraw(2, 0));

        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["0 s: 1 granted", "3 s: 3 granted"]));
    }

    [Test]
    public void Held_time_is_the_integral_of_what_is_held()
    {
        Ask(at: 1, customer: 1, amount: 6);
        _visitors.At(4, 1, () => _budget.Release(6));

        _simulation.Run();

        // 6 units for 3 s
        Assert.That(_budget.HeldTime, Is.EqualTo((Int128)18_000_000_000));
    }

    [TestCase(0)]
    [TestCase(11)]
    public void An_amount_that_can_never_be_met_is_refused_at_the_door(long amount) =>
        Assert.That(
            () => _budget.Request(0, 0, 0, amount),
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("'budget' holds 10 units")
        );

    [Test]
    public void Releasing_more_than_is_held_is_refused()
    {
        Ask(at: 0, customer: 1, amount: 2);
        _simulation.Run();

        Assert.That(() => _budget.Release(3), Throws.InvalidOperationException.With.Message.Contains("2 are held"));
    }

    private void Ask(double at, int customer, long amount) =>
        _visitors.At(at, customer, () => _budget.Request((ulong)customer, customer, 0, amount));
}
