namespace Cambrian.CSharp.Text;

/// <summary>As much of a programming language as it takes to tell code from comments and strings.</summary>
/// <param name="LineComments">What begins a comment that ends with the line.</param>
/// <param name="BlockComment">What begins and ends a longer one; null for none.</param>
/// <param name="Quotes">Characters that begin and end a string.</param>
internal sealed record Language(string[] LineComments, (string Start, string End)? BlockComment, string Quotes)
{
    private static readonly Language Hash = new(["#"], null, "\"'");
    private static readonly Language Slashes = new(["//"], ("/*", "*/"), "\"'`");
    private static readonly Language Unknown = new(["#", "//"], ("/*", "*/"), "\"'`");

    /// <summary>Whether a string may be closed by three quotes, lines later.</summary>
    public bool HasTripleQuotes { get; init; }

    /// <summary>Whether a single quote holds one character, and otherwise is no quote: a lifetime, a digit separator.</summary>
    public bool HasCharacters { get; init; }

    /// <summary>Whether indentation is structure, and a body needs at least one statement.</summary>
    public bool IsIndented { get; init; }

    /// <summary>The language of a file, by its name's ending; a cautious guess for unknown ones.</summary>
    public static Language Of(string path) => path[(path.LastIndexOf('.') + 1)..] switch
    {
        "py" or "pyx" => Hash with { HasTripleQuotes = true, IsIndented = true },
        "rb" or "sh" or "r" or "R" or "pl" or "nim" or "toml" or "yaml" or "yml" => Hash,
        "jl" => Hash with { HasTripleQuotes = true },
        "c" or "h" or "cc" or "cpp" or "hpp" or "cu" => Slashes with { LineComments = ["//", "#"], HasCharacters = true },
        "cs" or "rs" or "java" or "go" or "kt" or "scala" or "swift" or "zig" or "d" or "v" or "sv" => Slashes with { HasCharacters = true },
        "js" or "mjs" or "ts" or "dart" => Slashes,
        "lua" => new(["--"], ("--[[", "]]"), "\"'"),
        "sql" or "ada" or "adb" or "vhd" or "hs" or "elm" => new(["--"], ("{-", "-}"), "\""),
        "m" or "erl" or "tex" => new(["%"], null, "\""),
        "lisp" or "clj" or "scm" or "asm" => new([";"], null, "\""),
        "f90" or "f95" or "f03" or "f08" => new(["!"], null, "\"'"),
        "ml" or "mli" or "pas" => new(["//"], ("(*", "*)"), "\""),
        _ => Unknown,
    };
}
