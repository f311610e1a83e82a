using Cambrian.Chips.Formats;

namespace Cambrian.Chips.Gates;

/// <summary>Reads cell libraries (LEF 5.8), plain or as gzip: of each MACRO its class, size and pins. Layers, sites, vias and obstructions are passed over.</summary>
public static class LefReader
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="ChipFormatException">The file is no LEF; says where and why.</exception>
    public static IReadOnlyDictionary<string, LibraryCell> Read(string path)
    {
        using var reader = new StreamReader(ChipFile.Open(path));
        return Read(reader, Path.GetFileName(path));
    }

    /// <summary>Reads a text.</summary>
    /// <param name="reader">Read to its end.</param>
    /// <param name="file">What complaints call it.</param>
    /// <exception cref="ChipFormatException">The text is no LEF; says where and why.</exception>
    public static IReadOnlyDictionary<string, LibraryCell> Read(TextReader reader, string file)
    {
        var words = new WordReader(reader, file);
        var cells = new Dictionary<string, LibraryCell>(StringComparer.Ordinal);
        while (words.Next())
        {
            switch (words.Word)
            {
                case "MACRO":
                    var cell = new LefMacro(words).Read();
                    if (!cells.TryAdd(cell.Name, cell))
                    {
                        throw words.Complain($"MACRO '{cell.Name}' is defined twice; expected one definition.");
                    }

                    break;
                case "LAYER" or "SITE" or "VIA" or "VIARULE" or "NONDEFAULTRULE" or "ARRAY":
                    words.SkipBlock(words.Require("a name").ToString());
                    break;
                case "UNITS" or "PROPERTYDEFINITIONS" or "SPACING":
                    words.SkipBlock(words.Word.ToString());
                    break;
                case "END":
                    words.Expect("LIBRARY");
                    break;
                default:
                    words.SkipStatement();
                    break;
            }
        }

        return cells.Count > 0 ? cells : throw words.ComplainOfFile("the file holds no MACRO; expected at least one.");
    }
}
