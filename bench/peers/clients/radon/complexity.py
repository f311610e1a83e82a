def cc_visit_ast(_tree):
    return []
