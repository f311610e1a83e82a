using Cambrian.Algorithms.Folders;
using Cambrian.Core;
using Cambrian.CSharp.Source;

namespace Cambrian.Studies;

/// <summary>Problems made from a problem of agents, to ask what an agent's way of improving is worth by itself.</summary>
internal static class DerivedProblem
{
    /// <summary>The problem on data of another domain, with another frozen improver, or another agent to start from.</summary>
    /// <param name="origin">The problem.</param>
    /// <param name="place">The folder to make it in; left as it is when it is there.</param>
    /// <param name="improver">Whose Modify the frozen-improver strategy uses; null for the seed's.</param>
    /// <param name="start">The agent to start from; null for the seed.</param>
    public static ProblemFolder Transfer(ProblemFolder origin, string place, Artifact? improver = null, Artifact? start = null)
    {
        var transfer = Path.Combine(origin.Path, origin.File.Agent!.Transfer!); // Callers have looked.
        return Make(origin, place, aside =>
        {
            Copy(transfer, Path.Combine(aside, "data"));
            Copy(transfer, Path.Combine(aside, origin.File.Agent.Transfer!));
            Write(start ?? origin.Seed, Path.Combine(aside, "seed"));
            Write(improver ?? origin.Seed, Path.Combine(aside, "improver"));
        });
    }

    /// <summary>The problem with another program to start from.</summary>
    /// <param name="origin">The problem.</param>
    /// <param name="place">The folder to make it in; left as it is when it is there.</param>
    /// <param name="start">The program.</param>
    public static ProblemFolder StartingWith(ProblemFolder origin, string place, Artifact start) => Make(origin, place, aside =>
    {
        foreach (var name in new[] { "data", origin.File.Agent?.Transfer ?? "data" }.Distinct(StringComparer.Ordinal).Where(name => Directory.Exists(Path.Combine(origin.Path, name))))
        {
            Copy(Path.Combine(origin.Path, name), Path.Combine(aside, name));
        }

        Write(start, Path.Combine(aside, "seed"));
    });

    /// <summary>The seed's task part with another agent's way of improving. Methods that edits added come along: the improver may call them.</summary>
    /// <param name="origin">The problem.</param>
    /// <param name="improver">The other agent, a descendant of the seed: edits change bodies and add methods, so it has all of the seed's.</param>
    /// <param name="cancellation">Stops the analysis.</param>
    public static Artifact WithImprover(ProblemFolder origin, Artifact improver, CancellationToken cancellation)
    {
        var editor = new SourceEditor();
        var own = editor.Methods(origin.Seed, cancellation);
        var task = Reached(own, origin.File.Evaluator.Entry!.Split('.')[^1]);
        return own.Where(method => task.Contains(method.Name)).Aggregate(
            improver,
            (agent, method) => editor.Rewrite(agent, method.Name, method.Text, cancellation) ?? agent);
    }

    private static HashSet<string> Reached(IReadOnlyList<EditableMethod> methods, string entry)
    {
        HashSet<string> reached = new(StringComparer.Ordinal) { entry };
        for (var before = 0; before < reached.Count;)
        {
            before = reached.Count;
            var called = methods.Where(method => reached.Contains(method.Name)).SelectMany(caller => methods.Where(callee => caller.Text.Contains($"{callee.Name}(", StringComparison.Ordinal)));
            reached.UnionWith([.. called.Select(callee => callee.Name)]);
        }

        return reached;
    }

    private static ProblemFolder Make(ProblemFolder origin, string place, Action<string> fill)
    {
        var folder = Path.Combine(place, origin.Problem.Name);
        if (!Directory.Exists(folder))
        {
            // Made aside first, so that a killed study leaves no half-made problem under the name.
            var aside = $"{folder}.part";
            if (Directory.Exists(aside))
            {
                Directory.Delete(aside, recursive: true);
            }

            origin.CopyTo(aside, _ => false);
            fill(aside);
            Directory.Move(aside, folder);
        }

        return ProblemFolder.Load(folder);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }
    }

    private static void Write(Artifact agent, string folder)
    {
        foreach (var (name, text) in agent.Files)
        {
            var file = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!); // a file always lies in a folder
            File.WriteAllText(file, text);
        }
    }
}
