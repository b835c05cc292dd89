namespace FirstContact.Classifying;

/// <summary>
/// Makes of leads a certainty that means what it says: a softmax whose one factor is fitted to examples that were not learned from
/// (temperature scaling: Guo, Pleiss, Sun and Weinberger 2017, after Platt 1999).
/// </summary>
internal static class Calibration
{
    // Few examples without a mistake would make it surer than anybody can be.
    private const double Least = 0.05, Most = 5;
    private const int Steps = 60;

    public static double[] Shares(double[] leads, double sharpness)
    {
        var most = leads.Max();
        var shares = leads.Select(l => Math.Exp((l - most) * sharpness)).ToArray();
        var sum = shares.Sum();
        for (var i = 0; i < shares.Length; i++) shares[i] /= sum;
        return shares;
    }

    /// <summary>The factor under which what came true was least surprising. The loss has one valley, so halving finds it.</summary>
    public static double Fit(IReadOnlyList<(double[] Leads, int True)> seen)
    {
        var golden = (Math.Sqrt(5) - 1) / 2;
        var (low, high) = (Math.Log(Least), Math.Log(Most));
        var (left, right) = (high - golden * (high - low), low + golden * (high - low));
        var (atLeft, atRight) = (Loss(left), Loss(right));
        for (var i = 0; i < Steps && high - low > 1e-3; i++)
        {
            if (atLeft < atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - golden * (high - low);
                atLeft = Loss(left);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + golden * (high - low);
                atRight = Loss(right);
            }
        }
        return Math.Exp((low + high) / 2);

        double Loss(double log) => seen.Sum(s => -Math.Log(Math.Max(Shares(s.Leads, Math.Exp(log))[s.True], 1e-12)));
    }
}
