using CsCheck;
using Simulator.Kernel.Resources.Networks;

namespace Simulator.Kernel.Tests.Resources.Networks;

/// <summary>A heap whose keys change.</summary>
public sealed class IndexedHeapTests
{
    [Test] // property: against a sorted dictionary
    public void The_first_is_always_the_smallest_key_and_then_the_smallest_number() =>
        Gen.Select(Gen.Int[0, 30], Gen.Int[-5, 20])
            .Array[0, 200]
            .Sample(steps =>
            {
                var heap = new IndexedHeap();
                var keys = new SortedDictionary<int, int>();
                return steps.All(step =>
                {
                    var (id, key) = step;
                    if (key < 0)
                    {
                        heap.Remove(id);
                        keys.Remove(id);
                    }
                    else
                    {
                        heap.Set(id, (UInt128)key);
                        keys[id] = key;
                    }

                    var first = keys.OrderBy(pair => pair.Value).Select(pair => pair.Key).FirstOrDefault(-1);
                    return heap.Count == keys.Count && (first < 0 || heap.First == first);
                });
            });
}
