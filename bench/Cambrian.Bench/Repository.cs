namespace Cambrian.Bench;

/// <summary>Files of the repository that this program was built in.</summary>
public static class Repository
{
    /// <summary>The absolute path of a file or folder.</summary>
    /// <param name="relative">From the repository's root, for instance "bench/peers/openevolve.py".</param>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    public static string Find(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, relative) is var path && Path.Exists(path))
            {
                return path;
            }
        }

        throw new FileNotFoundException($"{relative} was not found above {AppContext.BaseDirectory}; run from the repository.", relative);
    }
}
