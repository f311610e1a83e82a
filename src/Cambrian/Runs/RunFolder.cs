using System.Security.Cryptography;
using System.Text;
using Cambrian.Algorithms.Folders;
using Cambrian.Governance;

namespace Cambrian.Runs;

/// <summary>A run's folder on disk: how it comes to be, and how one that never began is taken away again.</summary>
internal static class RunFolder
{
    /// <summary>The run's copy of its problem, below the run's folder.</summary>
    public static string ProblemCopy(string run, string problem) => Path.Combine(run, "problem", problem);

    /// <summary>Makes a run's folder with a copy of the problem in it.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">Where to: <see cref="RunOptions.Out"/>, or a free name below <see cref="RunOptions.Runs"/>.</param>
    /// <exception cref="RunException">Something else is in that place.</exception>
    public static string Make(ProblemFolder problem, RunOptions options)
    {
        if (options.Out is { } given)
        {
            var place = Path.GetFullPath(given);
            RequireFree(place);
            CopyAll(problem, place, except: place);
            return place;
        }

        return MakeNamed(problem, Path.GetFullPath(options.Runs), options.Seed);
    }

    /// <summary>Takes a folder away in which no step was ever recorded.</summary>
    public static void Remove(string run)
    {
        foreach (var file in Directory.EnumerateFiles(run, $"{RunRecord.DatabaseFile}*").Append(Path.Combine(run, MandateFile.Name)))
        {
            File.Delete(file);
        }

        Directory.Delete(Path.Combine(run, "problem"), recursive: true);
        if (!Directory.EnumerateFileSystemEntries(run).Any())
        {
            Directory.Delete(run);
        }
    }

    /// <summary>A hash over all files of a problem's folder, names and bytes. 64 hexadecimal digits.</summary>
    public static string Hash(string problem)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(problem, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            // Name and content go in as hashes of one length, so that no byte can pass from one to the other.
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetRelativePath(problem, file))));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void RequireFree(string place)
    {
        if (File.Exists(Path.Combine(place, RunRecord.DatabaseFile)))
        {
            throw new RunException($"There is a run in '{place}' already. Go on with it by 'cambrian resume {place}', or choose another folder with --out.");
        }

        var what = File.Exists(place) ? "a file" : Directory.Exists(place) && Directory.EnumerateFileSystemEntries(place).Any() ? "a folder that holds other things" : null;
        if (what is not null)
        {
            throw new RunException($"'{place}' is {what}; expected a folder that is new or empty. Nothing was written; choose another one with --out.");
        }
    }

    // Made aside and moved into place in one piece: two runs that start at once cannot get the same name, and none is ever seen half made.
    private static string MakeNamed(ProblemFolder problem, string runs, int seed)
    {
        var (name, aside) = (problem.Problem.Name, Path.Combine(runs, $".{Guid.NewGuid():N}"));
        CopyAll(problem, aside, except: runs);
        for (var number = 1; ; number++)
        {
            var place = Path.Combine(runs, $"{name}-{seed}-{number}");
            try
            {
                if (!Path.Exists(place))
                {
                    Directory.Move(aside, place);
                    return place;
                }
            }
            catch (IOException) when (Path.Exists(place))
            {
                // Somebody else was faster; the next number is as good.
            }
        }
    }

    // A copy that fails half-way, as on a full disk, is taken back.
    private static void CopyAll(ProblemFolder problem, string to, string except)
    {
        try
        {
            // A run below its own problem's folder must not copy itself, nor other runs.
            problem.CopyTo(ProblemCopy(to, problem.Problem.Name), folder => folder != except && Path.GetFileName(folder) != "runs");
        }
        catch
        {
            if (Directory.Exists(to))
            {
                Directory.Delete(to, recursive: true); // new or empty before
            }

            throw;
        }
    }
}
