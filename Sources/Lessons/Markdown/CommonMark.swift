import CCmark

/// Parses CommonMark with the reference parser, libcmark; no other file uses it.
enum CommonMark {
  /// The maximum nesting depth of blocks and inlines; deeper nodes are dropped.
  static let depthLimit = 200

  /// Parses a document whose first line has the number `firstLine`.
  static func parse(_ text: String, firstLine: Int = 1) -> MarkdownNode {
    var text = text
    let root = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
      }
    }
    guard let root else { fatalError("libcmark gave no document") }
    defer { cmark_node_free(root) }
    cmark_consolidate_text_nodes(root)
    return tree(root, lineOffset: firstLine - 1)
  }

  /// Copies libcmark's tree into ours without recursion.
  private static func tree(_ root: OpaquePointer, lineOffset: Int) -> MarkdownNode {
    guard let walk = cmark_iter_new(root) else { fatalError("libcmark gave no iterator") }
    defer { cmark_iter_free(walk) }
    var open: [MarkdownNode] = []
    while true {
      let event = cmark_iter_next(walk)
      guard event != CMARK_EVENT_DONE, let pointer = cmark_iter_get_node(walk) else {
        fatalError("libcmark's iterator ended before its document")
      }
      if event == CMARK_EVENT_ENTER { open.append(shallow(pointer, lineOffset)) }
      guard event == CMARK_EVENT_EXIT || isLeaf(pointer), let closed = open.popLast() else {
        continue
      }
      guard let parent = open.indices.last else { return closed }
      if parent < depthLimit {
        open[parent].children.append(closed)
      } else {
        open[parent].isCutOff = true
      }
    }
  }
}

/// Copies a node without its children.
private func shallow(_ node: OpaquePointer, _ lineOffset: Int) -> MarkdownNode {
  let first = Int(cmark_node_get_start_line(node)) + lineOffset
  let last = Int(cmark_node_get_end_line(node)) + lineOffset
  return MarkdownNode(
    kind: kind(of: node), literal: string(cmark_node_get_literal(node)),
    lines: first...max(first, last), column: Int(cmark_node_get_start_column(node)), children: [])
}

/// Whether libcmark visits the node without leaving it again.
private func isLeaf(_ node: OpaquePointer) -> Bool {
  switch cmark_node_get_type(node) {
  case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT,
    CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
    true
  default: false
  }
}

private func kind(of node: OpaquePointer) -> MarkdownNode.Kind {
  switch cmark_node_get_type(node) {
  case CMARK_NODE_BLOCK_QUOTE: .quote
  case CMARK_NODE_LIST:
    .list(
      ordered: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST,
      start: Int(cmark_node_get_list_start(node)),
      tight: cmark_node_get_list_tight(node) != 0)
  case CMARK_NODE_ITEM: .item
  case CMARK_NODE_CODE_BLOCK:
    .code(info: string(cmark_node_get_fence_info(node)))
  case CMARK_NODE_HTML_BLOCK: .htmlBlock
  case CMARK_NODE_PARAGRAPH: .paragraph
  case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(node)))
  case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
  case CMARK_NODE_TEXT: .text
  case CMARK_NODE_SOFTBREAK: .softBreak
  case CMARK_NODE_LINEBREAK: .lineBreak
  case CMARK_NODE_CODE: .inlineCode
  case CMARK_NODE_HTML_INLINE: .inlineHTML
  case CMARK_NODE_EMPH: .emphasis
  case CMARK_NODE_STRONG: .strong
  case CMARK_NODE_LINK:
    .link(destination: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
  case CMARK_NODE_IMAGE:
    .image(source: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
  default: .document
  }
}

private func string(_ pointer: UnsafePointer<CChar>?) -> String {
  pointer.map { String(cString: $0) } ?? ""
}
