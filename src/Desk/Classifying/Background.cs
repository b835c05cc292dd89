using System.Runtime.InteropServices;

namespace FirstContact.Classifying;

/// <summary>Work of a minute that nobody waits for, on a thread of its own that stands behind whoever serves people.</summary>
internal static partial class Background
{
    private const int OfThread = 0, Itself = 0, LeastNice = 19;

    public static Task<T> Run<T>(Func<T> work) => Task.Factory.StartNew(() =>
    {
        StepBack();
        return work();
    }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>On Linux .NET leaves the priority of a thread as it is, so the kernel is asked: there each thread has a niceness of its own (setpriority(2), "C library/kernel differences").</summary>
    private static void StepBack()
    {
        if (OperatingSystem.IsLinux()) _ = SetPriority(OfThread, Itself, LeastNice);
        else Thread.CurrentThread.Priority = ThreadPriority.Lowest;
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, int who, int niceness);
}
