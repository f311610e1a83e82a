using Cambrian.Algorithms.Folders;
using Cambrian.Core;
using Cambrian.CSharp.Text;

namespace Cambrian.Runs.Inboxes;

/// <summary>Turns texts that somebody outside the loop offers into a program of a problem, or says why they are none.</summary>
internal static class HandedIn
{
    /// <summary>Makes the program: the origin with the given files laid over it.</summary>
    /// <param name="folder">The problem.</param>
    /// <param name="origin">The program that the files change.</param>
    /// <param name="files">Path to text. For a program of one file the path does not matter.</param>
    /// <exception cref="RunException">A file does not belong to the program, or text outside the evolve blocks was changed.</exception>
    public static Artifact Program(ProblemFolder folder, Artifact origin, IReadOnlyDictionary<string, string> files)
    {
        var program = files.Aggregate(origin, (artifact, file) => artifact.With(Place(folder.Seed, file.Key), file.Value));
        return EvolveBlocks.Trespass(folder.Seed, program) is { } fault
            ? throw new RunException($"This is no program of '{folder.Problem.Name}': {fault}. Expected a change between the lines with {EvolveBlocks.StartMarker} and {EvolveBlocks.EndMarker} alone; 'cambrian best' prints a program to start from.")
            : program;
    }

    private static string Place(Artifact seed, string path)
    {
        var places = seed.Files.Keys.ToList();
        return places.Count == 1
            ? places[0]
            : places.Find(place => place == path)
                ?? places.Find(place => Path.GetFileName(place) == Path.GetFileName(path))
                ?? throw new RunException($"'{path}' is no file of the program; expected some of {string.Join(", ", places)}.");
    }
}
