namespace Simulator.Acceptance.Tests.Oracles.Queues;

/// <summary>Customers who are here, by number: a ring as wide as the oldest and the youngest are apart.</summary>
internal sealed class Guests
{
    private Guest[] _ring = new Guest[64];

    /// <summary>Somebody who is here.</summary>
    public ref Guest this[int customer] => ref _ring[customer & (_ring.Length - 1)];

    /// <summary>Makes a place for somebody who comes.</summary>
    public void Add(int customer, in Guest guest)
    {
        while (this[customer].IsHere)
        {
            Widen();
        }

        this[customer] = guest;
    }

    private void Widen()
    {
        var old = _ring;
        _ring = new Guest[2 * old.Length];
        foreach (var guest in old.Where(guest => guest.IsHere))
        {
            this[guest.Number] = guest;
        }
    }
}
