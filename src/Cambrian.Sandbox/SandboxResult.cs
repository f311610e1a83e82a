namespace Cambrian.Sandbox;

/// <summary>What a program left behind that ran in a fresh sandbox.</summary>
/// <param name="Exit">How it ended and what it used.</param>
/// <param name="Output">Standard output, at most the limit.</param>
/// <param name="ErrorTail">The last 64 KiB of standard error as text.</param>
/// <param name="Isolation">How it was contained, for instance "L3 bubblewrap+seccomp+cgroup-v1".</param>
public sealed record SandboxResult(SandboxExit Exit, ReadOnlyMemory<byte> Output, string ErrorTail, string Isolation);
