namespace Simulator.Kernel.Resources;

/// <summary>A decision of a resource: whom it gives how much, or refuses.</summary>
internal readonly record struct Grant(Waiter Request, bool IsGiven)
{
    /// <summary>Tells the customer; an agent that is gone is told nothing.</summary>
    public void Hand(CustomerTable? table, Agent? agent)
    {
        var (customer, tag) = (Request.Customer, Request.Tag);
        if (customer < 0)
        {
            if (IsGiven)
            {
                agent?.Granted(tag);
            }
            else
            {
                agent?.Rejected(tag);
            }
        }
        else if (IsGiven)
        {
            table!.Granted(customer, tag);
        }
        else
        {
            table!.Rejected(customer, tag);
        }
    }
}
