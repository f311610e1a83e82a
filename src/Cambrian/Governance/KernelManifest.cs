using System.Security.Cryptography;
using System.Text;

namespace Cambrian.Governance;

/// <summary>What judges, contains and records, as one hash over the engine's own assemblies.</summary>
internal static class KernelManifest
{
    /// <summary>Name of the hash in a run's description.</summary>
    public const string Setting = "kernel";

    /// <summary>The hash of this program as it lies on the disk now. 64 hexadecimal digits.</summary>
    public static string OfThisProgram() => Of(AppContext.BaseDirectory);

    /// <summary>The hash over the engine's assemblies in a folder: names and bytes, in order.</summary>
    public static string Of(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var assemblies = Directory.EnumerateFiles(folder, "*.dll").Where(file => Path.GetFileName(file).StartsWith("cambrian", StringComparison.OrdinalIgnoreCase));
        foreach (var file in assemblies.Order(StringComparer.Ordinal))
        {
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFileName(file))));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
