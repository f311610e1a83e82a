namespace Cambrian.Core;

/// <summary>A gate's answer: may this child have consequences, and why.</summary>
/// <param name="Admitted">Whether the archive may see it.</param>
/// <param name="Reason">Always given.</param>
public sealed record Verdict(bool Admitted, string Reason)
{
    private static readonly Verdict Plain = new(Admitted: true, "admitted");

    /// <summary>Admits.</summary>
    public static Verdict Admit(string reason = "admitted") => ReferenceEquals(reason, Plain.Reason) ? Plain : new(Admitted: true, reason);

    /// <summary>Rejects.</summary>
    public static Verdict Reject(string reason) => new(Admitted: false, reason);
}
