using System.Diagnostics;

namespace FirstContact;

/// <summary>Another process of the desk, as <see cref="Program"/> says.</summary>
public static class Another
{
    public static Process Process(params string[] args) => System.Diagnostics.Process.Start(
        new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    /// <summary>How it ended, and what it complained of.</summary>
    public static async Task<(int, string)> Ended(Process process)
    {
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }
}
