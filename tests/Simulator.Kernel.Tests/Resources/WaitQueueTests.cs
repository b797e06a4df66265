using CsCheck;
using Simulator.Kernel.Resources;

namespace Simulator.Kernel.Tests.Resources;

/// <summary>The line at a resource against a plain sort.</summary>
public sealed class WaitQueueTests
{
    private static readonly Gen<(int[] Keys, int Leave, int Serve)> AnyRound = Gen.Select(
        Gen.Int[0, 9].Array[0, 12],
        Gen.Int[0, 40],
        Gen.Int[0, 12]
    );

    [Test] // property: by (round, key, customer), whoever leaves and however often the array has to make room
    public void First_come_first_served_by_round_and_key() =>
        AnyRound.Array[1, 30].Sample(IsInOrder, iter: 2_000, seed: "0000KOw6nNB2");

    private static bool IsInOrder((int[] Keys, int Leave, int Serve)[] rounds)
    {
        var queue = new WaitQueue();
        var reference = new List<(int Round, int Key, int Customer)>();
        var customers = 0;
        for (var round = 1; round <= rounds.Length; round++)
        {
            var (keys, leave, serve) = rounds[round - 1];
            foreach (var key in keys)
            {
                queue.Add(new Waiter((ulong)key, ++customers, 0, 1), round);
                reference.Add((round, key, customers));
            }

            reference.Sort();
            var leaver = leave < reference.Count ? reference[leave].Customer : -1;
            if (queue.Remove(leaver, 0) != reference.RemoveAll(one => one.Customer == leaver) > 0)
            {
                return false;
            }

            queue.Settle();
            for (; serve > 0 && reference.Count > 0; serve--)
            {
                if (queue.First.Customer != reference[0].Customer)
                {
                    return false;
                }

                queue.RemoveFirst();
                reference.RemoveAt(0);
            }
        }

        return queue.Count == reference.Count;
    }
}
