namespace Simulator.Kernel.Resources;

/// <summary>The decisions of one round of starts, in order.</summary>
public sealed class GrantList
{
    private Grant[] _grants = new Grant[64];

    internal int Count { get; private set; }

    internal ref readonly Grant this[int index] => ref _grants[index];

    /// <summary>The customer gets what it asked for.</summary>
    /// <param name="customer">A row (>= 0) or an agent (&lt; 0).</param>
    /// <param name="tag">What the request was made with.</param>
    /// <param name="amount">How much, for taking it back from a process that was interrupted meanwhile.</param>
    public void Give(int customer, int tag, long amount = 1) => Add(new Grant(customer, tag, amount, IsGiven: true));

    /// <summary>The customer is refused.</summary>
    /// <param name="customer">A row (>= 0) or an agent (&lt; 0).</param>
    /// <param name="tag">What the request was made with.</param>
    public void Reject(int customer, int tag) => Add(new Grant(customer, tag, 0, IsGiven: false));

    /// <summary>Whether something was given that its customer has not seen; once found, it is not found again.</summary>
    internal bool TryTakeBack(int customer, int tag, out long amount)
    {
        for (var index = 0; index < Count; index++)
        {
            ref var grant = ref _grants[index];
            if (grant.Customer == customer && grant.Tag == tag && grant.IsGiven)
            {
                amount = grant.Amount;
                grant = grant with { IsGiven = false };
                return true;
            }
        }

        amount = 0;
        return false;
    }

    internal void Clear() => Count = 0;

    private void Add(in Grant grant)
    {
        if (Count == _grants.Length)
        {
            Array.Resize(ref _grants, Count * 2);
        }

        _grants[Count++] = grant;
    }
}
