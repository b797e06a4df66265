namespace Simulator.Kernel.Resources;

/// <summary>A decision of a resource: whom it gives how much, or refuses.</summary>
internal readonly record struct Grant(int Customer, int Tag, long Amount, bool IsGiven)
{
    /// <summary>Tells the customer; an agent that is gone is told nothing.</summary>
    public void Hand(CustomerTable? table, Agent? agent)
    {
        if (Customer < 0)
        {
            if (IsGiven)
            {
                agent?.Granted(Tag);
            }
            else
            {
                agent?.Rejected(Tag);
            }
        }
        else if (IsGiven)
        {
            table!.Granted(Customer, Tag);
        }
        else
        {
            table!.Rejected(Customer, Tag);
        }
    }
}
