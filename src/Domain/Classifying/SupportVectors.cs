namespace FirstContact.Classifying;

/// <summary>
/// One class against the others: a linear support vector machine with squared hinge loss, solved by dual coordinate descent with
/// shrinking (Hsieh, Chang, Lin, Keerthi and Sundararajan 2008, algorithm 3; as in LIBLINEAR, Fan et al. 2008).
/// </summary>
internal static class SupportVectors
{
    private const int MostPasses = 60;
    private const double CloseEnough = 0.1;

    /// <summary>The weight of each term, and behind them that of no term at all.</summary>
    /// <param name="rows">Which of all to learn from.</param>
    public static float[] Learn(Vectors all, IReadOnlyList<int> rows, Func<int, bool> isOne, Func<int, float> weight, int terms, double cost)
    {
        var count = rows.Count;
        var (w, alpha, diagonal, square, sign) = (new float[terms + 1], new double[count], new double[count], new double[count], new sbyte[count]);
        var active = new int[count];
        for (var i = 0; i < count; i++)
        {
            active[i] = i;
            sign[i] = (sbyte)(isOne(rows[i]) ? 1 : -1);
            diagonal[i] = 0.5 / (cost * weight(rows[i]));
            square[i] = diagonal[i] + 1;
            foreach (var value in all.Values(rows[i])) square[i] += value * (double)value;
        }

        var (size, upper, chance) = (count, double.PositiveInfinity, new Shuffle());
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var (most, least) = (double.NegativeInfinity, double.PositiveInfinity);
            chance.Mix(active.AsSpan(0, size));
            for (var s = 0; s < size; s++)
            {
                var i = active[s];
                var places = all.Places(rows[i]);
                var values = all.Values(rows[i]);
                double product = w[terms];
                for (var k = 0; k < places.Length; k++) product += w[places[k]] * values[k];
                var slope = sign[i] * product - 1 + diagonal[i] * alpha[i];
                var projected = slope;
                if (alpha[i] == 0)
                {
                    if (slope > upper)
                    {
                        size--;
                        (active[s], active[size]) = (active[size], active[s]);
                        s--;
                        continue;
                    }
                    projected = Math.Min(slope, 0);
                }
                (most, least) = (Math.Max(most, projected), Math.Min(least, projected));
                if (Math.Abs(projected) < 1e-12) continue;
                var was = alpha[i];
                alpha[i] = Math.Max(was - slope / square[i], 0);
                var step = (float)((alpha[i] - was) * sign[i]);
                for (var k = 0; k < places.Length; k++) w[places[k]] += step * values[k];
                w[terms] += step;
            }
            if (most - least <= CloseEnough)
            {
                if (size == count) break;
                // Those that were left aside are looked at once more.
                (size, upper) = (count, double.PositiveInfinity);
                continue;
            }
            upper = most <= 0 ? double.PositiveInfinity : most;
        }
        return w;
    }
}

/// <summary>Always the same disorder: so the same examples make the same classifier.</summary>
internal sealed class Shuffle
{
    private ulong _state = 0x9e3779b97f4a7c15UL;

    public void Mix(Span<int> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            // Marsaglia 2003, xorshift.
            _state ^= _state << 13;
            _state ^= _state >> 7;
            _state ^= _state << 17;
            var j = (int)(_state % (ulong)(i + 1));
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
