using Cambrian.Store;
using Cambrian.Terminal;

namespace Cambrian.Governance;

/// <summary>Where a run stands, in words: for the summary, for 'show' and for the report.</summary>
internal static class StandingText
{
    private const int Longest = 300;

    /// <summary>Names and what there is to say.</summary>
    /// <param name="standing">Where it stands.</param>
    /// <param name="run">The run's folder, as a person would type it.</param>
    public static IEnumerable<(string Name, string Text)> Of(Standing standing, string run)
    {
        yield return ("autonomy", $"{standing.Level}: {Meaning(standing.Level)}");
        foreach (var trip in standing.Trips)
        {
            yield return ("tripwire", PlainText.Line($"step {trip.Step}, {trip.By}: {trip.Reason}; the level fell to {(AutonomyLevel)Math.Clamp(trip.Level, 0, 4)}", Longest));
        }

        yield return ("promoted version", PlainText.Line(Promoted(standing.Promoted), Longest));
        if (standing.Waiting is { } waiting)
        {
            yield return ("waits", PlainText.Line($"step {waiting.Step}{(waiting.Due is { } due ? $", promoted at {due:u} unless rejected" : "")}: {waiting.Reason}", Longest));
            yield return ("", $"cambrian approve {run} --by NAME --because TEXT");
        }
        else if (standing.Last is { } last && last != standing.Promoted)
        {
            yield return (last.Kind.ToString().ToLowerInvariant(), PlainText.Line($"step {last.Step}, by {last.By}: {last.Reason}", Longest));
        }
    }

    /// <summary>A level in a few words.</summary>
    public static string Meaning(AutonomyLevel level) => level switch
    {
        AutonomyLevel.A0 => "suggests, promotes nothing",
        AutonomyLevel.A1 => "a named person promotes each version",
        AutonomyLevel.A2 => "promotes solutions that pass; a change of the engine waits for a person",
        AutonomyLevel.A3 => "promotes changes of the engine too, unless a person objects in time",
        _ => "promotes all but changes of the kernel, until the mandate ends",
    };

    private static string Promoted(Decision promoted) => promoted.Kind == DecisionKind.Began
        ? "step 0, the seed"
        : $"step {promoted.Step}, {promoted.Version[..Math.Min(12, promoted.Version.Length)]}, by {promoted.By} on {promoted.At:yyyy-MM-dd}: {promoted.Reason}";
}
