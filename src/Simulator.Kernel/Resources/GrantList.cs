namespace Simulator.Kernel.Resources;

/// <summary>The decisions of one round of starts; customers are told in the order of the keys of their requests.</summary>
public sealed class GrantList
{
    private Grant[] _grants = new Grant[64];
    private bool _isOutOfOrder;

    internal int Count { get; private set; }

    internal ref readonly Grant this[int index] => ref _grants[index];

    /// <summary>The customer gets what it asked for.</summary>
    /// <param name="request">What it asked for; the amount is for taking it back from a process that was interrupted.</param>
    public void Give(in Waiter request) => Add(new Grant(request, IsGiven: true));

    /// <summary>The customer is refused.</summary>
    /// <param name="request">What it asked for.</param>
    public void Reject(in Waiter request) => Add(new Grant(request, IsGiven: false));

    /// <summary>Puts the decisions of all resources in the order of keys.</summary>
    internal void Settle()
    {
        if (_isOutOfOrder)
        {
            _grants.AsSpan(0, Count).Sort(static (a, b) => KeyOrder.Compare(a.Request, b.Request));
            _isOutOfOrder = false;
        }
    }

    /// <summary>Whether something was given that its customer has not seen; once found, it is not found again.</summary>
    internal bool TryTakeBack(int customer, int tag, out long amount)
    {
        for (var index = 0; index < Count; index++)
        {
            ref var grant = ref _grants[index];
            if (grant.Request.Customer == customer && grant.Request.Tag == tag && grant.IsGiven)
            {
                amount = grant.Request.Amount;
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

        _isOutOfOrder |= Count > 0 && KeyOrder.Compare(grant.Request, _grants[Count - 1].Request) < 0;
        _grants[Count++] = grant;
    }
}
