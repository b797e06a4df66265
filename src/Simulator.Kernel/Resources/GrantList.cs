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
    public void Give(int customer, int tag) => Add(new Grant(customer, tag, IsGiven: true));

    /// <summary>The customer is refused.</summary>
    /// <param name="customer">A row (>= 0) or an agent (&lt; 0).</param>
    /// <param name="tag">What the request was made with.</param>
    public void Reject(int customer, int tag) => Add(new Grant(customer, tag, IsGiven: false));

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
