using Simulator.Kernel.Processes;
using Simulator.Kernel.ServiceCenters;

namespace Simulator.Kernel.Tests.ServiceCenters;

/// <summary>Processes at a center: what an <c>await</c> brings, and what is free again after it.</summary>
public sealed class CenterProcessTests
{
    private readonly Simulation _simulation = new();
    private readonly List<string> _log = [];

    [Test]
    public void It_learns_whether_it_was_served()
    {
        var center = new ServiceCenter(_simulation, "desk", new() { Room = 0 });

        async Process Call(string name)
        {
            var isServed = await center.TryServe(SimTime.FromSeconds(10));
            _log.Add($"{_simulation.Now} {name} {isServed}");
        }

        _simulation.Spawn(Call("first"));
        _simulation.Spawn(Call("second"));
        _simulation.Run();

        Assert.That(_log, Is.EqualTo(["0 s second False", "10 s first True"]));
    }

    [Test]
    public void An_interrupt_in_service_frees_the_server()
    {
        var center = new ServiceCenter(_simulation, "desk");
        var victim = _simulation.Spawn(Work("victim", 10));
        _simulation.Spawn(Work("other", 10));

        async Process Work(string name, double seconds)
        {
            try
            {
                await center.Serve(SimTime.FromSeconds(seconds));
                _log.Add($"{_simulation.Now} {name} done");
            }
            catch (InterruptedException)
            {
                _log.Add($"{_simulation.Now} {name} interrupted");
            }
        }

        async Process Interrupt()
        {
            await _simulation.Delay(SimTime.FromSeconds(4));
            victim.Interrupt();
        }

        _simulation.Spawn(Interrupt());
        _simulation.Run();

        Assert.That(_log, Is.EqualTo(["4 s victim interrupted", "14 s other done"]));
        Assert.That((center.Held, center.Present), Is.EqualTo((0, 0)));
    }

    [Test]
    public void A_time_out_leaves_the_queue_and_the_service_alike()
    {
        var center = new ServiceCenter(_simulation, "desk");

        async Process Call(string name, double patience)
        {
            var first = await _simulation.AnyOf(
                center.Serve(SimTime.FromSeconds(10)),
                _simulation.Delay(SimTime.FromSeconds(patience))
            );
            _log.Add($"{_simulation.Now} {name} {(first == 0 ? "served" : "timed out")}");
        }

        _simulation.Spawn(Call("in service", 7));
        _simulation.Spawn(Call("waiting", 5));
        _simulation.Spawn(Call("patient", 100));
        _simulation.Run();

        Assert.That(_log, Is.EqualTo(["5 s waiting timed out", "7 s in service timed out", "17 s patient served"]));
        Assert.That((center.Held, center.Present), Is.EqualTo((0, 0)));
    }

    [Test]
    public void Being_rejected_where_the_wait_can_not_say_so_ends_the_run()
    {
        var center = new ServiceCenter(_simulation, "desk", new() { Room = 0 });

        async Process Call() => await center.Serve(SimTime.FromSeconds(1));

        _simulation.Spawn(Call());
        _simulation.Spawn(Call());

        Assert.That(_simulation.Run, Throws.InstanceOf<ProcessFailedException>().With.Message.Contains("Call #1"));
    }

    [Test]
    public void Negative_work_is_refused_with_time_process_and_center()
    {
        var center = new ServiceCenter(_simulation, "desk");

        async Process Call()
        {
            await _simulation.Delay(SimTime.FromSeconds(2));
            await center.Serve(new SimTime(-1));
        }

        _simulation.Spawn(Call());

        Assert.That(
            () => _simulation.Run(),
            Throws
                .InstanceOf<ProcessFailedException>()
                .With.InnerException.Message.Contains("At 2 s: Call #0 brings negative work to 'desk'")
        );
    }

    [Test]
    public void A_center_without_a_server_or_with_less_room_than_none_is_refused()
    {
        Assert.That(
            () => new ServiceCenterOptions { Servers = 0 },
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("at least one server")
        );
        Assert.That(
            () => new ServiceCenterOptions { Room = -1 },
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("room")
        );
    }
}
