using Cambrian.Algorithms.Folders;
using Cambrian.Constructions;
using Cambrian.CSharp.Evaluators;

namespace Cambrian.Commands;

/// <summary>Files with constructions, as a person names them, and what is wrong with them in a person's words.</summary>
internal static class ConstructionPlaces
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="UserException">There is no such file.</exception>
    public static async Task<string> ReadAsync(Host host, string given, CancellationToken cancellation)
    {
        var path = host.Absolute(given);
        return File.Exists(path)
            ? await File.ReadAllTextAsync(path, cancellation).ConfigureAwait(false)
            : throw new UserException(ExitCode.Usage, $"There is no file '{given}'{(Directory.Exists(path) ? ": it is a folder" : "")}; expected a JSON file with a construction. 'cambrian best --construction' writes that of a run.");
    }

    /// <summary>Verifies what was read.</summary>
    /// <exception cref="UserException">It holds no construction of the problem.</exception>
    public static async Task<JudgedConstruction> VerifyAsync(ProblemJudge judge, ProblemFolder folder, string given, string text, CancellationToken cancellation)
    {
        try
        {
            return await judge.VerifyAsync(text, cancellation).ConfigureAwait(false);
        }
        catch (InvalidDataException fault)
        {
            throw new UserException(
                ExitCode.Usage,
                $"'{given}' holds no construction of {folder.Problem.Name}: {fault.Message} Expected JSON: the construction as an array, or an object with a member \"construction\". The problem's statement.md says what the numbers mean.");
        }
    }
}
