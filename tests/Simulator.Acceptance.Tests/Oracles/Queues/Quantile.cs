namespace Simulator.Acceptance.Tests.Oracles.Queues;

/// <summary>Order statistics of many values.</summary>
internal static class Quantile
{
    /// <summary>The ⌈pn⌉-th smallest of n values, by C. A. R. Hoare's selection: O(n), and the values change places.</summary>
    public static double Of(Span<double> values, double p)
    {
        var wanted = (int)Math.Ceiling(p * values.Length) - 1;
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

            if (wanted <= right)
            {
                values = values[..(right + 1)];
            }
            else if (wanted >= left)
            {
                values = values[left..];
                wanted -= left;
            }
            else
            {
                break;
            }
        }

        return values[wanted];
    }
}
