namespace FirstContact;

/// <summary>What follows from the journal comes a moment later: looked for until it is there, and for half a minute at most.</summary>
internal static class Patience
{
    public static async Task Until(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await holds()) await Task.Delay(200, patience.Token);
    }
}
