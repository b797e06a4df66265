using CsCheck;
using Simulator.Kernel.Resources;

namespace Simulator.Kernel.Tests.Resources;

/// <summary>The heap of transfers against a plain sort.</summary>
public sealed class FlowHeapTests
{
    [Test] // property: also after some were taken out of the middle
    public void Transfers_come_out_in_the_order_of_their_targets() =>
        Gen.Select(Gen.Int[0, 1_000].Array[1, 80], Gen.Int[0, 79].Array[0, 30])
            .Sample(
                (targets, leavers) =>
                {
                    var heap = new FlowHeap();
                    for (var customer = 0; customer < targets.Length; customer++)
                    {
                        heap.Push(new Flow((UInt128)targets[customer], 0, customer, 0));
                    }

                    var gone = leavers.Where(leaver => heap.Remove(leaver, 0)).ToList();
                    var popped = new List<int>();
                    while (heap.Count > 0)
                    {
                        popped.Add((int)heap.Pop().Target);
                    }

                    return gone.Count == leavers.Distinct().Count(leaver => leaver < targets.Length)
                        && popped.SequenceEqual(targets.Where((_, customer) => !gone.Contains(customer)).Order());
                },
                iter: 2_000,
                seed: "0000KOw6nNB2"
            );
}
