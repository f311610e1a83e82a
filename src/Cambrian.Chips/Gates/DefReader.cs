using Cambrian.Chips.Formats;

namespace Cambrian.Chips.Gates;

/// <summary>
/// Reads designs (DEF 5.8), plain or as gzip: UNITS, DIEAREA, COMPONENTS, PINS and NETS. Rows, tracks, blockages, special nets and routes are passed over: the proxy
/// cost knows nothing of them.
/// </summary>
public static class DefReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="library">The cells that it refers to.</param>
    /// <exception cref="ChipFormatException">The file is no DEF, or does not fit the library; says where and why.</exception>
    public static Design Read(string path, IReadOnlyDictionary<string, LibraryCell> library)
    {
        using var reader = new StreamReader(ChipFile.Open(path));
        return Read(reader, Path.GetFileName(path), library);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="reader">Read to its end.</param>
    /// <param name="file">What complaints call it.</param>
    /// <param name="library">The cells that it refers to.</param>
    /// <exception cref="ChipFormatException">The text is no DEF, or does not fit the library; says where and why.</exception>
    public static Design Read(TextReader reader, string file, IReadOnlyDictionary<string, LibraryCell> library)
    {
        var words = new WordReader(reader, file);
        var sections = new DefSections(words, library);
        while (words.Next())
        {
            switch (words.Word)
            {
                case "DESIGN":
                    sections.ReadName();
                    break;
                case "UNITS":
                    sections.ReadUnits();
                    break;
                case "DIEAREA":
                    sections.ReadDie();
                    break;
                case "COMPONENTS":
                    sections.ReadComponents();
                    break;
                case "PINS":
                    sections.ReadPins();
                    break;
                case "NETS":
                    sections.ReadNets();
                    break;
                case "VIAS" or "STYLES" or "NONDEFAULTRULES" or "REGIONS" or "PINPROPERTIES" or "BLOCKAGES" or "SLOTS" or "FILLS" or "SPECIALNETS" or "SCANCHAINS" or "GROUPS" or "PROPERTYDEFINITIONS":
                    words.SkipBlock(words.Word.ToString());
                    break;
                case "END":
                    words.Expect("DESIGN");
                    return sections.Finish();
                default:
                    words.SkipStatement();
                    break;
            }
        }

        throw words.Complain("the file ends here; expected 'END DESIGN'. It may be cut off.");
    }
}
