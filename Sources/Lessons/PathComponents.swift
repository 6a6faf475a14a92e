internal import Foundation

/// The components of a path relative to a folder, with `.` and `..` resolved; nil if it leads above
/// the root.
package func pathComponents(_ path: some StringProtocol, under folder: [Substring] = [])
  -> [Substring]?
{
  var components = folder
  for component in path.split(separator: "/") where component != "." {
    if component != ".." {
      components.append(Substring(component))
    } else if components.popLast() == nil {
      return nil
    }
  }
  return components
}

/// A path with its symbolic links resolved; nil if there is no such file.
package func realPath(_ path: String) -> String? {
  guard let real = realpath(path, nil) else { return nil }
  defer { free(real) }
  return String(cString: real)
}
