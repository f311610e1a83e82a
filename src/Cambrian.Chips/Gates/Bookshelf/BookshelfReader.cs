using Cambrian.Chips.Formats;

namespace Cambrian.Chips.Gates.Bookshelf;

/// <summary>
/// Reads designs in the bookshelf format: an <c>.aux</c> file that names a <c>.nodes</c>, <c>.nets</c>, <c>.pl</c> and <c>.scl</c> file beside it, each plain or as gzip. Lengths are in the
/// format's own unit, which counts as a micron. Movable nodes higher than a row are hard macros, the others standard cells; terminals higher than a row are fixed hard macros, the others
/// ports.
/// </summary>
public static class BookshelfReader
{
    /// <summary>Reads a design.</summary>
    /// <param name="path">The .aux file.</param>
    /// <exception cref="ChipFormatException">A file is not what it should be; says where and why.</exception>
    public static Design Read(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!; // only null for a root, which is no file
        using var aux = new StreamReader(ChipFile.Open(path));
        return Read(aux.ReadToEnd(), Path.GetFileName(path), name => new StreamReader(ChipFile.Open(Existing(folder, name))));
    }

    /// <summary>Reads a design from texts.</summary>
    /// <param name="aux">Text of the .aux file.</param>
    /// <param name="file">What complaints call it.</param>
    /// <param name="open">Opens a file that it names.</param>
    internal static Design Read(string aux, string file, Func<string, TextReader> open)
    {
        var names = aux.Split([' ', '\t', '\r', '\n', ':'], StringSplitOptions.RemoveEmptyEntries);
        var design = new BookshelfDesign();
        foreach (var (extension, read) in new (string, Action<WordReader>)[] { (".scl", design.ReadRows), (".nodes", design.ReadNodes), (".pl", design.ReadPlaces), (".nets", design.ReadNets) })
        {
            var name = Array.Find(names, name => name.EndsWith(extension, StringComparison.Ordinal))
                ?? throw new ChipFormatException(file, $"no {extension} file is named; expected a line such as 'RowBasedPlacement : a.nodes a.nets a.wts a.pl a.scl'.");
            using var reader = open(name);
            read(new WordReader(reader, name));
        }

        return design.Finish(Path.GetFileNameWithoutExtension(file));
    }

    private static string Existing(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) || !File.Exists(path + ".gz") ? path : path + ".gz";
    }
}
