namespace Cambrian.Sandbox.Launching;

/// <summary>Has a thread go first on an overloaded machine, where we may: as root, or with raised limits.</summary>
internal static class Urgency
{
    /// <summary>For a thread that was killed: dying takes processor time too. Above 50, which .NET gives its threads where the host was started in this class.</summary>
    public const int Dying = 60;

    /// <summary>For the thread that kills: a new process may be taken for a dying one, and must not delay its own death.</summary>
    public const int Killing = 61;

    private const int Niceness = -10;
    private const int RoundRobin = 2;
    private const int ResetOnFork = 0x40000000;

    /// <summary>Raises a thread into a class that ordinary work cannot delay; where the kernel keeps that for others, far ahead among ordinary work.</summary>
    /// <param name="thread">Its number; 0 for the calling one.</param>
    /// <param name="priority">In that class; greater goes first.</param>
    public static unsafe void Raise(int thread, int priority)
    {
        if (Native.SetScheduler(thread, RoundRobin | ResetOnFork, &priority) != 0)
        {
            _ = Native.SetPriority(0, thread, Niceness);
        }
    }
}
