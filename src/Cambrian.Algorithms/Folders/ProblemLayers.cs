using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cambrian.Algorithms.Folders;

/// <summary>A problem's folder and those it extends, one below the other. A file hides the files of the same path in the layers below it.</summary>
/// <param name="folders">Full paths, the problem's own first.</param>
internal sealed class ProblemLayers(IReadOnlyList<string> folders)
{
    private const string Description = "problem.json";
    private const string Link = "extends";

    // What says which instance of a problem this is. To inherit it would give one instance the cases, or the records, of another.
    private static readonly string[] OwnFiles = [Description, "README.md", "data", "runs"];
    private static readonly string[] OwnMembers = [Link, "$schema", "title", "bound", "known", "repository"];

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Full paths, the problem's own first.</summary>
    public IReadOnlyList<string> Folders => folders;

    /// <summary>Follows what a folder extends.</summary>
    /// <exception cref="ProblemFolderException">A folder it extends is missing, or extends it in turn.</exception>
    public static ProblemLayers Of(string folder)
    {
        List<string> layers = [folder];
        while (Below(layers[^1]) is { } below)
        {
            if (layers.Contains(below, StringComparer.Ordinal))
            {
                throw new ProblemFolderException(
                    $"{Path.Combine(layers[^1], Description)}: 'extends' leads back to {below}: {string.Join(" extends ", layers.Append(below).Select(Path.GetFileName))}. One of them has to hold the files itself.");
            }

            layers.Add(below);
        }

        return new ProblemLayers(layers);
    }

    /// <summary>The members of all layers' <c>problem.json</c>, the own one before those below; sections are merged member by member. The text as it is where nothing is extended.</summary>
    public string Text()
    {
        var own = Utf8File.Read(Path.Combine(folders[0], Description));
        if (folders.Count == 1)
        {
            return own;
        }

        var merged = Parse(own)!; // Of has read it
        merged.Remove(Link);
        merged.Remove("$schema"); // A path that holds in the problem's own place only.
        foreach (var below in folders.Skip(1))
        {
            var members = Parse(Utf8File.Read(Path.Combine(below, Description)))!;
            foreach (var name in OwnMembers)
            {
                members.Remove(name);
            }

            Merge(merged, members);
        }

        return merged.ToJsonString(ProblemFile.Json);
    }

    /// <summary>Full path of a file; the place in the problem's own folder where no layer has it.</summary>
    /// <param name="path">From the problem's folder.</param>
    public string Find(string path)
    {
        var places = folders.Where((_, layer) => layer == 0 || !IsOwn(path)).Select(folder => Path.Combine(folder, path));
        return places.FirstOrDefault(File.Exists) ?? Path.Combine(folders[0], path);
    }

    /// <summary>The files below a folder of the problem, in all layers: path from that folder, with slashes, to full path.</summary>
    public IReadOnlyDictionary<string, string> Files(string folder)
    {
        SortedDictionary<string, string> files = new(StringComparer.Ordinal);
        foreach (var place in folders.Where((_, layer) => layer == 0 || !IsOwn(folder)).Select(layer => Path.Combine(layer, folder)).Where(Directory.Exists))
        {
            foreach (var file in Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories))
            {
                files.TryAdd(Path.GetRelativePath(place, file).Replace('\\', '/'), file);
            }
        }

        return files;
    }

    /// <summary>Copies the problem, so that the copy extends nothing.</summary>
    /// <param name="place">The folder to copy into; files that are there stay as they are.</param>
    /// <param name="takes">Whether to descend into a folder, by its full path.</param>
    public void CopyTo(string place, Func<string, bool> takes)
    {
        foreach (var (layer, folder) in folders.Index())
        {
            bool Given(string path) => layer == 0 || !IsOwn(Path.GetRelativePath(folder, path));
            Copy(folder, place, below => takes(below) && Given(below), Given);
        }

        if (folders.Count > 1)
        {
            File.WriteAllText(Path.Combine(place, Description), Text());
        }
    }

    private static bool IsOwn(string path) => OwnFiles.Contains(path.Split('/', '\\')[0], StringComparer.Ordinal);

    private static string? Below(string folder)
    {
        var description = Path.Combine(folder, Description);
        if (!File.Exists(description) || Parse(Utf8File.Read(description))?[Link] is not JsonValue link || !link.TryGetValue<string>(out var given))
        {
            return null; // The reader says what is wrong with it.
        }

        var below = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(folder, given)));
        return File.Exists(Path.Combine(below, Description))
            ? below
            : throw new ProblemFolderException($"{description}: 'extends' is '{given}', but {Path.Combine(below, Description)} is not there. Expected the path of another problem's folder from this one, such as \"../circle-packing\".");
    }

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: Lenient) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Merge(JsonObject above, JsonObject below)
    {
        foreach (var (name, value) in below)
        {
            if (above[name] is JsonObject section && value is JsonObject lower)
            {
                Merge(section, lower);
            }
            else if (!above.ContainsKey(name))
            {
                above[name] = value?.DeepClone();
            }
        }
    }

    private static void Copy(string from, string to, Func<string, bool> takes, Func<string, bool> given)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from).Where(given))
        {
            var target = Path.Combine(to, Path.GetFileName(file));
            if (!File.Exists(target))
            {
                File.Copy(file, target);
            }
        }

        foreach (var folder in Directory.GetDirectories(from).Where(takes))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)), takes, given);
        }
    }
}
