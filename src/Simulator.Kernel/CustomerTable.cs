namespace Simulator.Kernel;

/// <summary>
/// Many customers as rows of arrays: what happens to row <c>customer</c> is decided here, not by an object a row.
/// </summary>
/// <remarks>
/// <para>One of the two kinds of customer of the engine; the other is <see cref="Agent"/>. Rows count from 0.</para>
/// <para>Not thread-safe: a simulation and its customers live on one thread.</para>
/// </remarks>
public abstract class CustomerTable
{
    /// <summary>A wait in time is over.</summary>
    /// <param name="customer">The row, from 0.</param>
    /// <param name="tag">What the wait was started with.</param>
    protected internal abstract void Wake(int customer, int tag);

    /// <summary>A resource gave what was asked for.</summary>
    /// <param name="customer">The row, from 0.</param>
    /// <param name="tag">What the request was made with.</param>
    protected internal abstract void Granted(int customer, int tag);

    /// <summary>A resource refused what was asked for, at once.</summary>
    /// <param name="customer">The row, from 0.</param>
    /// <param name="tag">What the request was made with.</param>
    protected internal abstract void Rejected(int customer, int tag);

    /// <summary>
    /// Its turn comes soon, if all goes on as it looks now: the moment to have its memory fetched (<see cref="CacheHint"/>).
    /// Called for some of the turns only, and for some that never come.
    /// </summary>
    /// <param name="customer">The row, from 0.</param>
    /// <param name="tag">What it will be woken or granted with.</param>
    /// <remarks>Changes nothing that a run could see.</remarks>
    protected internal virtual void Approach(int customer, int tag) { }
}
