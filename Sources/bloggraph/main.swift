print("bloggraph")
