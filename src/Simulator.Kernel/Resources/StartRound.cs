namespace Simulator.Kernel.Resources;

/// <summary>The start phase of an instant: which resources have to decide, and what they decided.</summary>
internal sealed class StartRound
{
    private readonly List<Touched> _touched = [];

    /// <summary>A decision may be due.</summary>
    public bool IsDue => _touched.Count > 0;

    /// <summary>What was decided; empty but while customers are being told.</summary>
    public GrantList Grants { get; } = new();

    public void Touch(Resource resource) => _touched.Add(new Touched(resource));

    /// <summary>Lets the resources decide; whom they chose are told in the order of keys, whoever chose them.</summary>
    public void Decide()
    {
        if (_touched.Count > 1)
        {
            _touched.Sort(static (a, b) => b.Resource.Customer.CompareTo(a.Resource.Customer));
        }

        foreach (var touched in _touched)
        {
            touched.Resource.DecideTouched(Grants);
        }

        _touched.Clear();
        Grants.Settle();
    }

    /// <summary>An array of values needs no check of the type of what is entered, as one of objects does.</summary>
    private readonly record struct Touched(Resource Resource);
}
