using Barrier = Simulator.Kernel.Resources.Barrier;

namespace Simulator.Kernel.Tests.Resources;

/// <summary>Parties that go on together.</summary>
public sealed class BarrierTests
{
    private readonly Simulation _simulation = new();
    private readonly Visitors _visitors;
    private readonly Barrier _barrier;

    public BarrierTests()
    {
        _visitors = new Visitors(_simulation);
        _barrier = new Barrier(_simulation, "rack", 3);
    }

    [Test]
    public void All_go_on_when_the_last_arrives()
    {
        Arrive(at: 1, customer: 3);
        Arrive(at: 2, customer: 2);
        Arrive(at: 5, customer: 1);
        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["5 s: 1 granted", "5 s: 2 granted", "5 s: 3 granted"]));
    }

    [Test]
    public void Who_is_too_many_begins_the_next_party()
    {
        for (var customer = 7; customer >= 0; customer--)
        {
            Arrive(at: 1, customer);
        }

        _simulation.Run();

        Assert.That(_visitors.GrantOrder, Is.EqualTo([0, 1, 2, 3, 4, 5]));
        Assert.That(_barrier.QueueLength, Is.EqualTo(2));
    }

    [Test]
    public void Who_withdraws_does_not_count()
    {
        Arrive(at: 1, customer: 1);
        Arrive(at: 1, customer: 2);
        _visitors.At(2, 1, () => Assert.That(_barrier.Withdraw(1, 0)));
        Arrive(at: 3, customer: 3);
        _simulation.Run();

        Assert.That(_visitors.GrantOrder, Is.Empty);
        Assert.That(_barrier.QueueLength, Is.EqualTo(2));
    }

    private void Arrive(double at, int customer) =>
        _visitors.At(at, customer, () => _barrier.Arrive((ulong)customer, customer, 0));
}
