namespace Simulator.Acceptance.Tests.Oracles.Queues;

/// <summary>The ⌈pn⌉-th smallest of n values that come one by one, exactly; only the n − ⌈pn⌉ + 1 largest are kept.</summary>
/// <remarks>O(1) amortised a value; memory is that of 2 (n − ⌈pn⌉ + 1) values.</remarks>
internal sealed class UpperTail
{
    private readonly int _wanted;
    private readonly long[] _largest;
    private int _left;
    private int _count;
    private long _bound = long.MinValue;

    /// <param name="values">n, at least 1.</param>
    /// <param name="p">In (0, 1].</param>
    public UpperTail(int values, double p)
    {
        _left = values;
        _wanted = values - (int)Math.Ceiling(p * values) + 1;
        _largest = new long[2 * _wanted];
    }

    /// <summary>The answer, once all n values came.</summary>
    public long Quantile
    {
        get
        {
            Assert.That(_left, Is.Zero, "values that did not come");
            KeepWanted();
            return _bound;
        }
    }

    public void Add(long value)
    {
        _left--;
        if (value <= _bound)
        {
            return;
        }

        _largest[_count++] = value;
        if (_count == _largest.Length)
        {
            KeepWanted();
        }
    }

    private void KeepWanted()
    {
        var values = _largest.AsSpan(0, _count);
        _bound = Arrange(values, _count - _wanted);
        values[(_count - _wanted)..].CopyTo(values);
        _count = _wanted;
    }

    /// <summary>C. A. R. Hoare's selection: no value before <paramref name="place"/> is larger, none behind it smaller.</summary>
    private static long Arrange(Span<long> values, int place)
    {
        while (values.Length > 1)
        {
            var (left, right, pivot) = (0, values.Length - 1, values[values.Length / 2]);
            while (left <= right)
            {
                while (values[left] < pivot)
                {
                    left++;
                }

                while (values[right] > pivot)
                {
                    right--;
                }

                if (left <= right)
                {
                    (values[left], values[right]) = (values[right--], values[left++]);
                }
            }

            if (place <= right)
            {
                values = values[..(right + 1)];
            }
            else if (place >= left)
            {
                values = values[left..];
                place -= left;
            }
            else
            {
                break;
            }
        }

        return values[place];
    }
}
