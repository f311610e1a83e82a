using Cambrian.Agents.Exercism;

namespace Cambrian.Agents.Tests.Exercism;

/// <summary>A track of two small exercises of our own, in the layout of a clone.</summary>
internal static class Track
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Exercism", "track");

    public static IReadOnlyList<Exercise> Exercises => ExerciseTrack.Read(Folder);

    public static Exercise EvenSum => Exercises[0];
}
