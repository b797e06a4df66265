namespace Simulator.Kernel.Resources;

/// <summary>The order of requests of one round: by key, then customer, then tag; never by insertion.</summary>
internal static class KeyOrder
{
    public static int Compare(in Waiter x, in Waiter y) =>
        x.Key != y.Key ? x.Key.CompareTo(y.Key)
        : x.Customer != y.Customer ? x.Customer.CompareTo(y.Customer)
        : x.Tag.CompareTo(y.Tag);
}
